import { finished, mentioned } from "./kinds";
import { actorDid, count, day, fact, facts, named, quote, record } from "./phrases";
import { section, topic } from "./topic";

export const academy = section("academy", "Academy", "Your certifications, awards and exercises", [
  learned("certification"),
  learned("award"),
  learned("exercise"),
]);

export const blog = section("blog", "Blog", "Drafts, posts and scans of your blog", [
  commented("draft"),
  topic({
    key: "blog.draft_shared",
    name: "A draft was shared with you",
    audience: ["shared_with"],
    title: actorDid(`shared ${record("a draft")} with you`, `${record("A draft")} was shared with you`),
    body: facts(quote("data.message")),
  }),
  commented("post"),
  finished("The blog scan", "of", {
    key: "blog.scan_finished",
    name: "Blog scan finished",
    audience: ["owner", "creator"],
    body: facts(fact("Pages", "data.pages"), count("Issues", "data.issues")),
  }),
  mentioned(`in a comment on ${record("a draft")}`, {
    key: "blog.mentioned",
    name: "You were mentioned in a draft comment",
  }),
]);

export const dashboards = section("dashboards", "Dashboards", "Mentions and access", [
  mentioned(`in a note on ${record("a dashboard")}`, {
    key: "dashboards.mentioned",
    name: "You were mentioned in a dashboard note",
  }),
  topic({
    key: "dashboards.access_granted",
    name: "You may view or edit a dashboard",
    audience: ["grantee"],
    title: actorDid(`let you ${permitted()}`, `You may now ${permitted()}`),
    body: facts(quote("data.message")),
  }),
]);

function learned(thing: string) {
  return topic({
    key: `academy.${thing}_updated`,
    name: `${thing.charAt(0).toUpperCase()}${thing.slice(1)} updated`,
    audience: ["learner"],
    title: actorDid(`updated your ${thing}${named()}`, `Your ${thing}${named()} was updated`),
    body: facts(fact("Result", "data.result"), day("Valid until", "data.valid_until")),
  });
}

function commented(thing: string) {
  return topic({
    key: `blog.${thing}_commented`,
    name: `New comment on your ${thing}`,
    audience: ["author"],
    title: actorDid(`commented on your ${thing}${named()}`, `New comment on your ${thing}${named()}`),
    body: facts(quote("data.comment")),
  });
}

function permitted(): string {
  const verb = '{% case data.access %}{% when "edit" %}edit{% when "view" %}view{% else %}use{% endcase %}';
  return `${verb} ${record("a dashboard")}`;
}
