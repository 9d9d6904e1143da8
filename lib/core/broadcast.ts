import type { Topic } from "./topic";

/** How far a broadcast is (api.md, section 2). */
export type BroadcastStatus = "scheduled" | "sending" | "sent" | "recalled";

/** Whom a broadcast is for: the members of groups, by their ids, or everybody who is active. */
export type BroadcastAudience = "everyone" | string[];

/** What the event of a broadcast says to deciding, beside what any event says. Only Belfry itself writes it. */
export interface BroadcastTerms {
  id: string;
  everyone: boolean;
  /** Whether it goes by email too, to those who did not switch that off. */
  email: boolean;
  urgency: Topic["urgency"];
  /** A reminder: only for those whom that event reached, and who did not do this since. */
  chases?: { event: string; until: Waited };
}

/** What the sender waits for. */
export type Waited = "read" | "acknowledged";

/** What a broadcast is known by among a person's notifications: a reminder changes the one that is there. */
export function broadcastKey(id: string): string {
  return `broadcast:${id}`;
}

/** The broadcast that a notification with that key is of. */
export function broadcastOf(updateKey: string | null): string | null {
  return updateKey?.startsWith("broadcast:") ? updateKey.slice("broadcast:".length) : null;
}

/** Whether it waits for the yes of a second person (S32). */
export function isAwaited({ approvalWantedAt, approvedAt }: Pick<Times, "approvalWantedAt" | "approvedAt">): boolean {
  return approvalWantedAt !== null && approvedAt === null;
}

interface Times {
  /** When its event may be decided. */
  dueAt: Date;
  startedAt: Date | null;
  endedAt: Date | null;
  recalledAt: Date | null;
  approvalWantedAt: Date | null;
  approvedAt: Date | null;
}

/** How far a broadcast is at `now`: one that waits for a second person stays `scheduled` when it falls due. */
export function broadcastStatus(times: Times, now: Date): BroadcastStatus {
  const { dueAt, startedAt, endedAt, recalledAt } = times;
  if (recalledAt) return "recalled";
  if (endedAt) return "sent";
  return startedAt || (dueAt <= now && !isAwaited(times)) ? "sending" : "scheduled";
}

/** 0 to 1, and 1 only when everybody is through: somebody may join a group meanwhile. */
export function broadcastProgress({ decided, people }: { decided: number; people: number }, isEnded: boolean): number {
  if (isEnded) return 1;
  return people === 0 ? 0 : Math.min(decided / people, 0.99);
}
