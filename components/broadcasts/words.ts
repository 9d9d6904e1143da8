import type { BroadcastDetail, BroadcastView } from "@/lib/core/broadcast-view";
import type { Reason } from "@/lib/core/channel";

export function figure(count: number): string {
  return count.toLocaleString("en");
}

export function people(count: number): string {
  return count === 1 ? "1 person" : `${figure(count)} people`;
}

export function messages(count: number): string {
  return count === 1 ? "1 message" : `${figure(count)} messages`;
}

/** Why somebody does not get it, after a number of people or a name. */
export function whyWords(reason: Reason): string {
  return WHY[reason] ?? "for another reason";
}

const WHY: Partial<Record<Reason, string>> = {
  own_action: "wrote it",
  preference_off: "switched messages from admins off",
  channel_off: "switched their channels off",
  inactive_user: "not active any more",
  missing_permission: "may not get messages from admins",
  channel_not_connected: "nothing connected that it could go by",
  unknown_recipient: "not known here",
};

/** Whether it waits for a second person's yes, to begin or to go on. */
export function isAwaiting({ status, approval_wanted_at, approved_at, expired_at }: BroadcastView): boolean {
  const isOpen = (status === "scheduled" || status === "sending") && !expired_at;
  return isOpen && approval_wanted_at !== null && approved_at === null;
}

/** Whether its words stay as they are: somebody else said yes to them, and people have them. */
export function isFixed({ approval_wanted_at, started_at }: BroadcastView): boolean {
  return approval_wanted_at !== null && started_at !== null;
}

/** Where it stands, in a word. */
export function stateWords(broadcast: BroadcastView): string {
  const { status, paused_at, expired_at } = broadcast;
  if (status === "recalled") return "Recalled";
  if (expired_at) return "Ended";
  if (isAwaiting(broadcast)) return "Waits for approval";
  if (paused_at) return "Paused";
  return { scheduled: "Scheduled", sending: "Sending", sent: "Sent" }[status];
}

/** So many were decided on at that time, in milliseconds. */
export interface Mark {
  decided: number;
  at: number;
}

/** `1,200 a second · about 2 min left`, by what was done between two times; nothing where nobody can say. */
export function paceWords(from: Mark, to: Mark, audience: number): string | null {
  const seconds = (to.at - from.at) / 1000;
  const done = to.decided - from.decided;
  if (seconds < 1 || done <= 0) return null;
  const rate = done / seconds;
  const left = Math.ceil(Math.max(0, audience - to.decided) / rate);
  const time = left < 60 ? `${left} s` : `${Math.ceil(left / 60)} min`;
  return `${figure(Math.round(rate))} a second · about ${time} left`;
}

/** What the list of people shows changes when one of these does. */
export function countsOf({ decided, read, acknowledged }: BroadcastDetail): string {
  return `${decided} ${read} ${acknowledged}`;
}
