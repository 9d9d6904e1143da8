import { type Channel, isOnScreen } from "./channel";
import type { ChannelDecision } from "./decision";
import { waitOf } from "./gathering";
import { isSilentWhileActive } from "./presence";
import { heldUntil } from "./quiet-hours";
import { DEFAULT_SCHEDULE, type Schedule } from "./schedule";
import { type SendTime, sendTime } from "./send-time";
import type { Topic } from "./topic";

/** When one person wants to be reached; times of the day are meant in `zone`. */
export interface Timing {
  schedule: Schedule;
  zone: string;
}

/** A plan as the person's time has it. */
export interface TimedPlan {
  decision: readonly ChannelDecision[];
  popup: boolean;
  /** Whether an open browser shows it (R26). */
  browser: boolean;
  /** The outside channels that a message leaves by, when, and what it waits for until then. */
  sends: readonly Send[];
}

export interface Send {
  channel: Channel;
  at: Date;
  reason: SendTime["reason"];
}

interface Circumstances {
  /** Null: as Belfry ships. */
  timing: Timing | null;
  activeInApp: boolean;
  openInApp: boolean;
  urgency: Topic["urgency"];
  now: Date;
}

/**
 * What a person's presence, pause, quiet hours and email timing make of a plan (R76, U16). What waits is held, never
 * dropped; what is shown on the screen does not wait: the bell has it. Plans that leave nothing to time are answered as
 * they are.
 */
export function timeDecision(
  { decision, popup }: { decision: readonly ChannelDecision[]; popup: boolean },
  { timing, now, ...present }: Circumstances,
): TimedPlan {
  if (!decision.some(isPending) && (!popup || !timing)) return { decision, popup, browser: false, sends: [] };
  if (!timing) return asShipped(decision, { popup, now, ...present });
  const { schedule, zone } = timing;
  const { urgency } = present;
  const hold = urgency === "critical" ? null : heldUntil(now, schedule, zone);
  const sends: Send[] = [];
  const timed = whilePresent(decision, { ...present, whileActive: schedule.whileActive }).map((one) => {
    const { channel } = one;
    if (hold && isOnScreen(channel) && one.outcome === "sent")
      return { channel, outcome: "suppressed", reason: hold.reason, source: "user" } as const;
    if (!isPending(one)) return one;
    const { at, reason } = sendTime({ channel, urgency, since: now, schedule, zone });
    sends.push({ channel, at, reason: waitOf(channel, reason) });
    return reason === "queued" ? one : ({ channel, outcome: "held", reason, source: "user" } as const);
  });
  return { decision: timed, popup: popup && hold === null, browser: isShownByBrowser(timed), sends };
}

type Present = Pick<Circumstances, "activeInApp" | "openInApp" | "urgency">;

const shipped = { active: remembered(), open: remembered(), away: remembered() };

function remembered() {
  return new WeakMap<readonly ChannelDecision[], readonly ChannelDecision[]>();
}

/** For the many who never made a schedule: one decision for all of a plan, so that it is written as JSON once. */
function asShipped(
  decision: readonly ChannelDecision[],
  { popup, now, ...present }: Present & { popup: boolean; now: Date },
): TimedPlan {
  const { whileActive } = DEFAULT_SCHEDULE;
  const known = shipped[present.activeInApp ? "active" : present.openInApp ? "open" : "away"];
  let timed = known.get(decision);
  if (!timed) {
    timed = whilePresent(decision, { ...present, whileActive });
    known.set(decision, timed);
  }
  const sends = timed.filter(isPending).map(({ channel }): Send => ({ channel, at: now, reason: "queued" }));
  return { decision: timed, popup, browser: isShownByBrowser(timed), sends };
}

function whilePresent(
  decision: readonly ChannelDecision[],
  present: Present & Pick<Schedule, "whileActive">,
): readonly ChannelDecision[] {
  return decision.map((one) => {
    if (!isPending(one)) return one;
    const { channel, source } = one;
    if (isSilentWhileActive(channel, present))
      return { channel, outcome: "suppressed", reason: "active_in_app", source: "system" };
    if (channel !== "browser") return one;
    // Only a tab that is open can show it, and then it does so at once (R26).
    if (!present.openInApp) return { channel, outcome: "suppressed", reason: "not_in_app", source: "system" };
    return { channel, outcome: "sent", reason: "delivered", source };
  });
}

function isShownByBrowser(decision: readonly ChannelDecision[]): boolean {
  return decision.some(({ channel, outcome }) => channel === "browser" && outcome === "sent");
}

function isPending({ outcome }: ChannelDecision): boolean {
  return outcome === "pending";
}
