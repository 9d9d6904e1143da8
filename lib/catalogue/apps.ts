import { finished } from "./kinds";
import { actorDid, count, fact, facts, givenTitle, job, named, record } from "./phrases";
import { RECORDED, section, topic } from "./topic";

const APP = '{{ app.name | default: "An app" }}';

export const system = section("system", "System notifications", "Syncs and the Salesforce integration", [
  finished("The first data sync", "of", {
    key: "system.sync_finished",
    name: "First data sync finished",
    audience: ["creator", "owner"],
    feed: "apps",
    body: facts(count("Records", "data.records"), count("Issues", "data.issues"), fact("Reason", "data.error")),
  }),
  topic({
    key: "system.salesforce_paused",
    name: "Salesforce integration paused",
    audience: ["owner"],
    defaultOn: RECORDED,
    feed: "apps",
    title: `The Salesforce integration is paused${named(": ")}`,
    body: facts(fact("Reason", "data.reason")),
  }),
  topic({
    key: "system.salesforce_error",
    name: "Salesforce sync error",
    audience: ["owner"],
    defaultOn: RECORDED,
    feed: "apps",
    title: `${record("A record")} could not be synced with Salesforce`,
    body: facts(fact("Reason", "data.error")),
  }),
  topic({
    key: "system.salesforce_access_requested",
    name: "A Salesforce user asks for access to a record",
    audience: ["owner"],
    defaultOn: RECORDED,
    feed: "apps",
    title: actorDid(
      `asks through Salesforce for access to ${record("a record")}`,
      `A Salesforce user asks for access to ${record("a record")}`,
    ),
  }),
]);

export const apps = section("apps", "Apps", "Messages from installed apps", [
  topic({
    key: "apps.message",
    name: "Message from an app",
    feed: "apps",
    title: givenTitle(`Message from {{ app.name | default: "an app" }}${named(" about ")}`),
    body: "{{ data.message }}",
  }),
  topic({
    key: "apps.issue",
    name: "An app reports an issue",
    defaultOn: RECORDED,
    feed: "apps",
    urgency: "high",
    title: `${APP} reports an issue${named(" with ")}`,
    body: "{{ data.message | default: data.error }}",
  }),
  topic({
    key: "apps.callback",
    name: "An app finished what you started",
    audience: ["creator", "owner"],
    feed: "apps",
    allowOwnAction: true,
    requirements: ["R8", "R44"],
    title: job({
      running: `${APP} is working on ${record("what you started")}`,
      failure: `${APP} could not finish ${record("what you started")}`,
      success: `${APP} finished ${record("what you started")}`,
    }),
    body: "{{ data.message | default: data.error }}",
  }),
  topic({
    key: "marketing.custom_event",
    name: "Custom marketing event",
    audience: ["owner", "account_manager"],
    feed: "apps",
    condition: "data.score > 0 && data.customer_known",
    requirements: ["R70"],
    title: `New marketing event${named(" for ")}{% if data.event != blank %}: {{ data.event }}{% endif %}`,
    body: facts(fact("Score", "data.score")),
  }),
]);
