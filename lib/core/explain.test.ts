import { expect, test } from "vitest";
import { CHANNELS, type Channel, REASONS, type Reason, type Source } from "./channel";
import { direct, exampleEvent, exampleRecipient, exampleTopic, through } from "./examples";
import { type ExplainInput, explain } from "./explain";
import { planEvent } from "./fan-out";
import { byWords, reasonWords } from "./reason-words";
import type { KnownRecipient } from "./recipient";
import { relationWords } from "./relation-words";
import type { DecidableEvent } from "./stops";
import { timeDecision } from "./time-decision";
import type { Topic } from "./topic";
import { voiceOf } from "./voice";

const at = "2026-11-21T18:51:00.000Z";
const names: ExplainInput["names"] = {
  actor: "Grace",
  app: "CRM",
  recipient: null,
  groups: new Map([["sales", "Sales"]]),
};

function why(topic: Partial<Topic>, recipient: Partial<KnownRecipient> = {}, event: Partial<DecidableEvent> = {}) {
  const given = { topic: exampleTopic(topic), event: exampleEvent(event) };
  const person = exampleRecipient(recipient);
  const plan = planEvent(given).decide(person);
  const { decision } = timeDecision(plan, { ...person, timing: null, urgency: "normal", now: new Date(at) });
  return (told: Partial<ExplainInput["names"]> = {}) =>
    explain({ ...given, routes: person.routes, decision, at, names: { ...names, ...told } });
}

test("answers shortly why the bell rang", () => {
  const account = { channels: {}, topics: { "deals.stage_changed": { desktop: true } } };
  const explanation = why({}, { layers: { profiles: [], account } })();
  expect(explanation.sentence).toBe(
    "You own this deal, and “Deal changed stage” is on for desktop by company default.",
  );
  expect(explanation.steps).toEqual([
    { label: "What happened", detail: "“Deal changed stage”: ACME renewal, by Grace, sent by CRM." },
    { label: "Why you", detail: "You own this deal." },
  ]);
});

test("tells the trail through condition and access", () => {
  const event = { data: { value: 1 }, visible_to: { users: ["ada"] } };
  expect(why({ condition: "data.value >= 1" }, {}, event)().steps.slice(2)).toEqual([
    { label: "Condition", detail: "The event meets the condition under which this is sent." },
    { label: "Access", detail: "You have the access that it needs." },
  ]);
});

test("says what each channel did, and when", () => {
  const { channels } = why({ media: ["desktop", "mobile"] }, { activeInApp: false, openInApp: false })();
  expect(channels.map((one) => one.channel)).toEqual(CHANNELS);
  expect(channels[1]).toEqual({
    channel: "popup",
    label: "Pop-up",
    outcome: "suppressed",
    sentence: "You were not active in the app at that moment.",
    at,
    setting: null,
  });
  expect(channels.map((one) => one.sentence)).toEqual([
    "Delivered: “Deal changed stage” is on for desktop by default.",
    "You were not active in the app at that moment.",
    "The app was open in no browser at that moment.",
    "“Deal changed stage” is not offered for email.",
    "“Deal changed stage” is not offered for other apps.",
    "“Deal changed stage” is not offered for other apps.",
    "“Deal changed stage” is not offered for other apps.",
    "“Deal changed stage” is off for mobile by default.",
  ]);
});

test("takes a channel's own time where it has one", () => {
  const given = { topic: exampleTopic(), event: exampleEvent() };
  const decision = planEvent(given)
    .decide(exampleRecipient())
    .decision.map((one) => ({ ...one, at: "later" }));
  expect(explain({ ...given, routes: [], decision, at, names }).channels[0]).toMatchObject({ at: "later" });
});

test.each<[string, ReturnType<typeof why>]>([
  ["Nothing was sent: you did this yourself.", why({}, {}, { actor: { user: "ada" } })],
  ["Nothing was sent: your account is not active.", why({}, { active: false })],
  [
    "Nothing was sent: it came from an import, which does not notify here.",
    why({ ignoreOrigins: ["import"] }, {}, { origin: "import" }),
  ],
  [
    "Nothing was sent: it only tells the account manager or the creator, and you did not get it as one.",
    why({ audience: ["account_manager", "creator"] }),
  ],
  [
    "Nothing was sent: it only tells the main members of the team, and you did not get it as one.",
    why({ members: "main" }, { routes: [through("sales", "team", { main: false })] }),
  ],
  ["Nothing was sent: you may not see this deal.", why({}, {}, { visible_to: {} })],
  ["Nothing was sent: the event did not meet the condition under which this is sent.", why({ condition: "data.x" })],
  ["Nothing was sent: it is only for super admins.", why({ role: "super_admin" })],
  ["Nothing was sent: it needs access that you have not been given.", why({ permission: "forms" })],
  ["You own this deal, but “Deal changed stage” is off for desktop by default.", why({ defaultOn: [] })],
  ["You own this deal, but Slack is not connected.", why({ media: ["apps"], defaultOn: ["apps"] })],
  ["You own this deal, and “Deal changed stage” is on for email by default.", why({ media: ["email"] })],
  ["You own this deal, and “Deal changed stage” is required on desktop.", why({ required: ["desktop"] })],
  [
    "You are in Sales, which this was sent to, and “Deal changed stage” is on for desktop by default.",
    why({}, { routes: [through("sales", null, { main: true })] }),
  ],
])("says: %s", (sentence, explained) => {
  expect(explained().sentence).toBe(sentence);
});

test("speaks of the recipient by name to an admin", () => {
  const explanation = why({}, {}, { actor: { user: "ada" } })({ recipient: "Ada" });
  expect(explanation.sentence).toBe("Nothing was sent: Ada did this.");
  expect(explanation.steps[1]).toEqual({ label: "Why Ada", detail: "Ada owns this deal." });
});

test("names the way in that counted", () => {
  const routes = [direct("creator"), direct("follower")];
  expect(why({ audience: ["follower"] }, { routes })().sentence).toMatch(/^You follow this deal, and/);
});

test("reads out a relation that it does not know", () => {
  const voice = voiceOf(null);
  expect(relationWords(direct("second_reviewer"), null, "this deal", voice)).toBe(
    "you are the second reviewer of this deal",
  );
  expect(relationWords(direct("constructor"), null, "this", voice)).toBe("you are the constructor of this");
});

test("has a plain clause for every reason, to the person and about them", () => {
  for (const recipient of [null, "Ada"]) {
    const clauses = REASONS.map((reason) => clause(reason, recipient));
    expect(new Set(clauses).size).toBe(REASONS.length);
    for (const one of clauses) {
      expect(one).toMatch(/^[a-zA-Z“].*[a-z”]$/u);
      expect(one).not.toMatch(/_|undefined|null|suppress|catalogue|medium/);
      if (recipient) expect(one).not.toMatch(/\byour?\b/);
    }
  }
});

test("has words for every source", () => {
  const sources: Source[] = ["required", "user", "profile:Sales", "account", "catalogue", "event", "system"];
  expect(sources.map((source) => byWords(source, voiceOf(null)))).toEqual([
    "because the company requires it",
    "by your own choice",
    "by the Sales profile",
    "by company default",
    "by default",
    "by the app that sent it",
    "by the notification center",
  ]);
  expect(byWords("user", voiceOf("Ada"))).toBe("by Ada's own choice");
});

function clause(reason: Reason, recipient: string | null): string {
  const [channel, source]: [Channel, Source] = ["email", "user"];
  const voice = voiceOf(recipient);
  return reasonWords(reason, {
    channel,
    medium: "email",
    source,
    topic: exampleTopic(),
    it: "this deal",
    origin: "ui",
    voice,
  });
}

test("leads the recipient to the one setting that would change it, and an admin to none (U17)", () => {
  const told = why({ media: ["desktop"] });
  const settingOfBell = (name: string | null) => told({ recipient: name }).channels[0]?.setting;
  expect(settingOfBell(null)?.address).toBe("/settings/notifications/desktop?topic=deals.stage_changed");
  expect(settingOfBell("Ada")).toBeNull();
});
