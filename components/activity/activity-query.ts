import { addressOf, askedIn, type Params } from "@/components/ui/page-address";
import { ACTIVITY_STATUSES, type ActivityStatus } from "@/lib/core/activity-view";
import { CHANNELS, type Channel } from "@/lib/core/channel";
import { instantOf } from "@/lib/core/local-time";

export const DELIVERY_STATES = ["pending", "sent", "failed", "suppressed", "cancelled"] as const;

/** What the activity pages show, as their addresses say it. Days are as in `2026-11-21`. */
export interface ActivityQuery {
  person?: string;
  topic?: string;
  status?: ActivityStatus;
  channel?: Channel;
  state?: (typeof DELIVERY_STATES)[number];
  from?: string;
  to?: string;
}

/** Reads the address; what it does not know, it leaves out. */
export function activityQuery(params: Params): ActivityQuery {
  const { text, day } = askedIn(params);
  return {
    person: text("person"),
    topic: text("topic"),
    status: ACTIVITY_STATUSES.find((status) => status === text("status")),
    channel: CHANNELS.find((channel) => channel === text("channel")),
    state: DELIVERY_STATES.find((state) => state === text("state")),
    from: day("from"),
    to: day("to"),
  };
}

/** The address of `query` at `path`; what stands at its beginning is left out. */
export function activityAddress(path: string, query: ActivityQuery, cursor?: string): string {
  return addressOf(path, { ...query, cursor });
}

export function isFiltered(query: ActivityQuery): boolean {
  return Object.values(query).some(Boolean);
}

/** The moments between which `from` and `to` lie for who reads in `zone`; both days count. */
export function timesOf({ from, to }: ActivityQuery, zone: string): { since?: string; until?: string } {
  return { since: from && momentOf(from, zone).toISOString(), until: to && endOf(to, zone).toISOString() };
}

function endOf(day: string, zone: string): Date {
  const next = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
  return new Date(momentOf(next, zone).getTime() - 1);
}

function momentOf(text: string, zone: string): Date {
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  return instantOf({ year, month, day, hour: 0, minute: 0 }, zone);
}
