import type { Channel } from "./channel";
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
  urgency: Topic["urgency"];
  now: Date;
}

/**
 * What a person's presence, pause, quiet hours and e-mail timing make of a plan (R76, U16). What waits is held, never
 * dropped; a pop-up does not wait: the bell has it. Plans that leave nothing to time are answered as they are.
 */
export function timeDecision(
  { decision, popup }: { decision: readonly ChannelDecision[]; popup: boolean },
  { timing, activeInApp, urgency, now }: Circumstances,
): TimedPlan {
  if (!decision.some(isPending) && (!popup || !timing)) return { decision, popup, sends: [] };
  if (!timing) return asShipped(decision, { popup, activeInApp, urgency, now });
  const { schedule, zone } = timing;
  const hold = popup && urgency !== "critical" ? heldUntil(now, schedule, zone) : null;
  const sends: Send[] = [];
  const timed = whilePresent(decision, { activeInApp, urgency, whileActive: schedule.whileActive }).map((one) => {
    const { channel } = one;
    if (hold && channel === "popup")
      return { channel, outcome: "suppressed", reason: hold.reason, source: "user" } as const;
    if (!isPending(one)) return one;
    const { at, reason } = sendTime({ channel, urgency, since: now, schedule, zone });
    sends.push({ channel, at, reason: waitOf(channel, reason) });
    return reason === "queued" ? one : ({ channel, outcome: "held", reason, source: "user" } as const);
  });
  return { decision: timed, popup: popup && hold === null, sends };
}

type Present = Pick<Circumstances, "activeInApp" | "urgency">;

const shipped = new WeakMap<readonly ChannelDecision[], readonly ChannelDecision[]>();

/** For the many who never made a schedule: one decision for all of a plan, so that it is written as JSON once. */
function asShipped(
  decision: readonly ChannelDecision[],
  { popup, now, ...present }: Present & { popup: boolean; now: Date },
): TimedPlan {
  const { whileActive } = DEFAULT_SCHEDULE;
  let timed = present.activeInApp ? shipped.get(decision) : decision;
  if (!timed) {
    timed = whilePresent(decision, { ...present, whileActive });
    shipped.set(decision, timed);
  }
  const sends = timed.filter(isPending).map(({ channel }): Send => ({ channel, at: now, reason: "queued" }));
  return { decision: timed, popup, sends };
}

function whilePresent(
  decision: readonly ChannelDecision[],
  present: Present & Pick<Schedule, "whileActive">,
): readonly ChannelDecision[] {
  return decision.map((one) =>
    isPending(one) && isSilentWhileActive(one.channel, present)
      ? { channel: one.channel, outcome: "suppressed", reason: "active_in_app", source: "system" }
      : one,
  );
}

function isPending({ outcome }: ChannelDecision): boolean {
  return outcome === "pending";
}
