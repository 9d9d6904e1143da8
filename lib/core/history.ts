import { type Channel, MEDIUM_OF, type Outcome, type Reason } from "./channel";
import { CHANNEL_NAMES } from "./channel-names";
import type { ChannelDecision } from "./decision";
import { reasonWords } from "./reason-words";
import { type SettingLink, settingOf } from "./setting-of";
import { type DecidableEvent, stopOf } from "./stops";
import type { Topic } from "./topic";
import { asSentence, itOf, voiceOf } from "./voice";

/** One event as it went for the reader (R93): what it was, and what became of it. Times are RFC 3339, UTC. */
export interface HistoryRow {
  /** Of the event. */
  id: string;
  at: string;
  title: string;
  url: string | null;
  topicName: string;
  section: string;
  /** Whether any channel brought it. */
  reached: boolean;
  lines: HistoryLine[];
}

/** Channels that did the same for the same reason, told once. */
export interface HistoryLine {
  outcome: Outcome;
  /** Of the channels; empty where it holds for all. */
  labels: string[];
  sentence: string;
  setting: SettingLink | null;
  /** Nothing that a person decided: told in small letters, last. */
  quiet: boolean;
}

/** What of a person's history is asked for. */
export interface HistoryFilter {
  show: "all" | "reached" | "missed";
  channel?: Channel;
  reason?: Reason;
}

/** Whether a filter lets an event through; with a channel, only that one is looked at. */
export function isAskedFor(decision: readonly ChannelDecision[], { show, channel, reason }: HistoryFilter): boolean {
  const looked = channel ? decision.filter((one) => one.channel === channel) : decision;
  if (show !== "all" && hasReached(looked) !== (show === "reached")) return false;
  return reason === undefined || looked.some((one) => one.reason === reason);
}

/** Whether any of the channels brought it, alone or as part of another. */
export function hasReached(decision: readonly ChannelDecision[]): boolean {
  return decision.some(({ outcome }) => outcome === "sent" || outcome === "merged");
}

/** Says to the recipient what became of an event, by whose decision, and which setting would change it. */
export function historyLines(
  decision: readonly ChannelDecision[],
  event: Pick<DecidableEvent, "subject" | "origin">,
  topic: Topic,
): HistoryLine[] {
  const it = itOf(event.subject);
  const clauseOf = (one: ChannelDecision) =>
    reasonWords(one.reason, { ...one, medium: MEDIUM_OF[one.channel], topic, it, origin: event.origin, voice: YOU });
  const stop = stopOf(decision);
  if (stop) {
    const sentence = asSentence(`nothing was sent: ${clauseOf(stop)}`);
    return [{ outcome: "suppressed", labels: [], sentence, setting: null, quiet: false }];
  }
  const lines = new Map<string, HistoryLine>();
  for (const one of decision) {
    const quiet = QUIET[one.reason];
    const sentence = quiet ?? asSentence(clauseOf(one));
    const label = CHANNEL_NAMES[one.channel];
    const line = lines.get(sentence);
    if (line) line.labels.push(label);
    else
      lines.set(sentence, {
        outcome: one.outcome,
        labels: [label],
        sentence,
        setting: settingOf(one, topic),
        quiet: quiet !== undefined,
      });
  }
  return [...lines.values()].sort((a, b) => rank(a) - rank(b));
}

const YOU = voiceOf(null);
const QUIET: Partial<Record<Reason, string>> = {
  channel_not_connected: "Not connected",
  medium_not_offered: "Not offered for this",
};

/** What came first, then what did not, then what never could. */
function rank({ outcome, quiet }: HistoryLine): number {
  if (quiet) return 2;
  return outcome === "sent" || outcome === "merged" ? 0 : 1;
}
