import { finished } from "./kinds";
import { actorDid, amount, count, day, fact, facts, named, quote, record } from "./phrases";
import { section, topic } from "./topic";

export const ads = section("ads", "Ads", "Your ad sequences", [
  topic({
    key: "ads.sequence_started",
    name: "Ad sequence started",
    audience: ["owner"],
    title: actorDid(`started your ad sequence${named()}`, `Your ad sequence${named()} started`),
    body: facts(amount("Budget", "data.budget"), day("Ends", "data.ends_on")),
  }),
  topic({
    key: "ads.sequence_paused",
    name: "Ad sequence paused",
    audience: ["owner"],
    title: actorDid(`paused your ad sequence${named()}`, `Your ad sequence${named()} was paused`),
    body: facts(fact("Reason", "data.reason")),
  }),
]);

export const email = section("email", "Email", "What people do with your emails", [
  topic({
    key: "email.clicked",
    name: "Someone clicked a link in your email",
    audience: ["sender"],
    title: actorDid(`clicked a link in ${record("your email")}`, `Someone clicked a link in ${record("your email")}`),
    body: facts(fact("Link", "data.link")),
  }),
  topic({
    key: "email.opened",
    name: "Someone opened your email",
    audience: ["sender"],
    title: actorDid(`opened ${record("your email")}`, `Someone opened ${record("your email")}`),
    body: facts(fact("Times opened", "data.opens")),
  }),
  topic({
    key: "email.replied",
    name: "Someone replied to your email",
    audience: ["sender"],
    defaultOn: ["desktop", "mobile"],
    title: actorDid(`replied to ${record("your email")}`, `Someone replied to ${record("your email")}`),
    body: facts(quote("data.message")),
  }),
]);

export const surveys = section("surveys", "Feedback surveys", "New survey responses", [
  response("customer loyalty", "surveys.loyalty_submitted"),
  response("customer satisfaction", "surveys.satisfaction_submitted"),
  response("customer support", "surveys.support_submitted"),
  response("custom", "surveys.custom_submitted"),
]);

export const forms = section("forms", "Form submissions", "Visitors and contacts who submit your forms", [
  topic({
    key: "forms.submitted",
    name: "Form submitted",
    audience: ["owner", "account_manager"],
    permission: "forms",
    condition: "data.score >= 1 && data.customer_known",
    requirements: ["R58", "R68"],
    title: actorDid(`submitted ${record("your form")}`, `${record("Your form")} was submitted`),
    body: facts(fact("Customer", "data.customer"), fact("Score", "data.score"), quote("data.message")),
  }),
]);

export const seo = section("seo", "SEO scan", "Scans of your domain", [
  finished("The SEO scan", "of", {
    key: "seo.scan_finished",
    name: "SEO scan finished",
    audience: ["creator", "owner"],
    body: facts(fact("Pages", "data.pages"), count("Issues", "data.issues")),
  }),
]);

export const visits = section("visits", "Website visits", "Contacts, companies and prospects on your website", [
  visit("A contact", "visits.contact"),
  visit("A company", "visits.company"),
  visit("A prospect", "visits.prospect"),
]);

function response(kind: string, key: string) {
  const survey = record(`your ${kind} survey`);
  return topic({
    key,
    name: `New ${kind} survey response`,
    audience: ["owner"],
    title: actorDid(`answered ${survey}`, `New response to ${survey}`),
    body: facts(fact("Score", "data.score"), quote("data.comment")),
  });
}

function visit(visitor: string, key: string) {
  return topic({
    key,
    name: `${visitor} visited your website`,
    audience: ["account_manager"],
    strict: true,
    media: ["email"],
    defaultOn: [],
    condition: "data.score > 0 && data.customer_known",
    requirements: ["R39", "R69"],
    title: `{{ subject.title | default: actor.name | default: "${visitor}" }} visited your website`,
    body: facts(fact("Page", "data.page"), fact("Score", "data.score")),
  });
}
