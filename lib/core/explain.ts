import { isInAudience } from "./audience";
import { type Channel, MEDIUM_OF, type Reason } from "./channel";
import { CHANNEL_NAMES } from "./channel-names";
import type { ChannelDecision } from "./decision";
import type { Explanation } from "./explanation";
import { onWords, reasonWords, type Told } from "./reason-words";
import type { Route } from "./recipient";
import { relationWords } from "./relation-words";
import { settingOf } from "./setting-of";
import { type DecidableEvent, stopOf } from "./stops";
import type { Topic } from "./topic";
import { asSentence, itOf, type Voice, voiceOf } from "./voice";

export interface ExplainInput {
  event: DecidableEvent;
  topic: Topic;
  /** How the event reached the recipient. */
  routes: readonly Route[];
  /** One per channel; `at` of a channel that moved later than the rest. */
  decision: readonly (ChannelDecision & { at?: string })[];
  /** When it was decided; RFC 3339, UTC. */
  at: string;
  names: {
    actor: string | null;
    app: string | null;
    /** Null when the reader is the recipient, who is then called "you". */
    recipient: string | null;
    /** By the group's id. */
    groups: ReadonlyMap<string, string>;
    /** The trigger that raised it (R85); absent where none did. */
    trigger?: RaisedBy | null;
  };
}

/** A trigger as the trail names it; `topic` is the name of what it listens to. Null is what is not known, or not told. */
interface RaisedBy {
  name: string;
  topic: string | null;
  /** Who set it up: `you`, or a name. */
  by: string | null;
}

/** Says in plain words why a notification reached a person, or why it did not (`Why this?`, R93, U17). */
export function explain({ event, topic, routes, decision, at, names }: ExplainInput): Explanation {
  const voice = voiceOf(names.recipient);
  const it = itOf(event.subject);
  const telling = (one: ChannelDecision): Told => ({
    channel: one.channel,
    medium: MEDIUM_OF[one.channel],
    source: one.source,
    topic,
    it,
    origin: event.origin,
    voice,
  });
  const clauseOf = (one: ChannelDecision) => reasonWords(one.reason, telling(one));
  const route = routes.find((one) => isInAudience(one, topic)) ?? routes[0];
  const groupName = route?.group ? (names.groups.get(route.group) ?? route.group) : null;
  const relation = route ? relationWords(route, groupName, it, voice) : null;
  const stop = stopOf(decision);

  return {
    sentence: asSentence(shortAnswer({ decision, relation, stop, clauseOf, telling })),
    steps: [
      { label: "What happened", detail: happened(event, topic, names) },
      ...(names.trigger ? [{ label: "What raised it", detail: raisedWords(names.trigger) }] : []),
      ...(relation
        ? [{ label: voice.they === "you" ? "Why you" : `Why ${voice.they}`, detail: asSentence(relation) }]
        : []),
      ...stopSteps(event, topic, stop && { reason: stop.reason, clause: clauseOf(stop) }, voice),
    ],
    channels: decision.map((one) => ({
      channel: one.channel,
      label: CHANNEL_NAMES[one.channel],
      outcome: one.outcome,
      sentence: asSentence(clauseOf(one)),
      at: one.at ?? at,
      setting: names.recipient === null ? settingOf(one, topic) : null,
    })),
  };
}

/** Where nothing holds it back, the answer is who wants it. */
const ON_ITS_WAY: ReadonlySet<Reason> = new Set<Reason>(["delivered", "queued", "retrying"]);

function shortAnswer({
  decision,
  relation,
  stop,
  clauseOf,
  telling,
}: {
  decision: ExplainInput["decision"];
  relation: string | null;
  stop: ChannelDecision | undefined;
  clauseOf: (one: ChannelDecision) => string;
  telling: (one: ChannelDecision) => Told;
}): string {
  if (stop) return `nothing was sent: ${clauseOf(stop)}`;
  const start = relation ?? "this was sent";
  const out = decision.filter((one) => one.outcome !== "suppressed" && one.outcome !== "failed");
  const first = out.find(isBell) ?? out[0];
  if (first) return `${start}, and ${ON_ITS_WAY.has(first.reason) ? onWords(telling(first)) : clauseOf(first)}`;
  const offered = decision.filter((one) => one.reason !== "medium_not_offered");
  const telltale = offered.find(({ outcome }) => outcome === "failed") ?? offered.find(isBell) ?? offered[0];
  return telltale ? `${start}, but ${clauseOf(telltale)}` : `${start}, but it is not offered on any channel`;
}

function isBell({ channel }: { channel: Channel }): boolean {
  return channel === "bell";
}

function happened({ subject }: DecidableEvent, topic: Topic, { actor, app }: ExplainInput["names"]): string {
  const about = subject?.title ? `: ${subject.title}` : "";
  const by = actor ? `, by ${actor}` : "";
  return `“${topic.name}”${about}${by}${app ? `, sent by ${app}` : ""}.`;
}

function raisedWords({ name, topic, by }: RaisedBy): string {
  const from = topic ? ` when “${topic}” met it` : "";
  return `The trigger “${name}”${by ? `, which ${by} set up,` : ""} raised this${from}.`;
}

/** The stops that were asked and have something to say; the first that applied leaves the others unasked. */
function stopSteps(
  { visible_to }: DecidableEvent,
  { condition, permission, role }: Topic,
  stop: { reason: Reason; clause: string } | undefined,
  { they, have }: Voice,
): Explanation["steps"] {
  const steps: Explanation["steps"] = [];
  const detail = stop && asSentence(stop.clause);
  if (stop?.reason === "condition_not_met") steps.push({ label: "Condition", detail: detail! });
  else if (condition !== null && (!stop || stop.reason === "missing_permission"))
    steps.push({ label: "Condition", detail: "The event meets the condition under which this is sent." });
  if (stop?.reason === "no_access" || stop?.reason === "missing_permission")
    steps.push({ label: "Access", detail: detail! });
  else if (!stop && (visible_to || permission !== null || role !== null))
    steps.push({ label: "Access", detail: asSentence(`${they} ${have} the access that it needs`) });
  return steps;
}
