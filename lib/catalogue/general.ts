import { finished, mentioned } from "./kinds";
import { actorDid, amount, count, fact, facts, named, quote, record, time } from "./phrases";
import { PERSONAL, RECORDED, section, topic } from "./topic";

export const general = section("general", "General", "Tools, approvals, projects and record updates", [
  topic({
    key: "general.review_updated",
    name: "A review you wrote or reported was updated",
    audience: ["author", "reporter"],
    title: actorDid(`updated the review${named(" of ")}`, `A review${named(" of ")} was updated`),
    body: facts(quote("data.message")),
  }),
  finished("The cookie scan", "of", {
    key: "general.cookie_scan_finished",
    name: "Cookie scan finished",
    audience: ["creator"],
    body: facts(fact("Cookies", "data.cookies"), fact("Reason", "data.error")),
  }),
  finished("The import rollback", "of", {
    key: "general.import_rollback_finished",
    name: "Import rollback finished",
    audience: ["creator"],
    feed: "downloads",
    body: facts(count("Rows", "data.rows"), fact("Reason", "data.error")),
  }),
  topic({
    key: "general.approval_requested",
    name: "Your approval is requested",
    audience: ["approver"],
    defaultOn: PERSONAL,
    urgency: "high",
    title: actorDid(`asks you to approve ${record("a request")}`, `${record("A request")} needs your approval`),
    body: facts(amount("Amount", "data.amount"), time("Needed by", "data.due_at"), quote("data.comment")),
  }),
  topic({
    key: "general.approval_cancelled",
    name: "An approval request was cancelled",
    audience: ["approver"],
    title: actorDid(
      `cancelled the approval request${named(" for ")}`,
      `The approval request${named(" for ")} was cancelled`,
    ),
    body: facts(quote("data.reason")),
  }),
  topic({
    key: "general.approval_granted",
    name: "Your request was approved",
    audience: ["requester"],
    defaultOn: RECORDED,
    title: actorDid(`approved ${record("your request")}`, `${record("Your request")} was approved`),
    body: facts(quote("data.comment")),
  }),
  topic({
    key: "general.project_updated",
    name: "A project assigned to you was updated",
    audience: ["assignee"],
    title: actorDid(
      `updated ${record("a project assigned to you")}`,
      `${record("A project assigned to you")} was updated`,
    ),
    body: facts(fact("Changed", "data.changes"), quote("data.comment")),
  }),
  mentioned(`on ${record("a project")}`, {
    key: "general.project_mentioned",
    name: "You were mentioned on a project",
  }),
  topic({
    key: "general.record_linked",
    name: "A record you own or follow was linked to another",
    audience: ["owner", "follower"],
    title: actorDid(
      `linked ${record("a record")} to {{ data.linked_to | default: "another record" }}`,
      `${record("A record")} was linked to {{ data.linked_to | default: "another record" }}`,
    ),
  }),
  topic({
    key: "general.record_activity",
    name: "New activity on a record you own",
    audience: ["owner"],
    title: actorDid(
      `added an activity to ${record("a record you own")}`,
      `New activity on ${record("a record you own")}`,
    ),
    body: facts(fact("Activity", "data.activity"), quote("data.comment")),
  }),
  topic({
    key: "general.document_viewed",
    name: "Someone viewed your document",
    audience: ["owner"],
    title: actorDid(`viewed ${record("your document")}`, `Someone viewed ${record("your document")}`),
    body: facts(fact("Pages", "data.pages"), fact("Time spent", "data.duration")),
  }),
]);
