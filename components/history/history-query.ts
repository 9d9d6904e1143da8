import { REASON_CHOICES } from "@/components/history/reason-choices";
import { CHANNELS } from "@/lib/core/channel";
import type { HistoryFilter } from "@/lib/core/history";

/** What the history page shows, as its address says it. `about` is a topic's key, or a section's. */
export type HistoryQuery = HistoryFilter & { about?: string };

/** Reads the address; what it does not know, it leaves out. */
export function historyQuery(params: Record<string, string | string[] | undefined>): HistoryQuery {
  const one = (name: string) => {
    const value = params[name];
    return typeof value === "string" && value !== "" ? value.slice(0, 120) : undefined;
  };
  const show = one("show");
  return {
    show: show === "reached" || show === "missed" ? show : "all",
    channel: CHANNELS.find((channel) => channel === one("channel")),
    about: one("about"),
    reason: REASON_CHOICES.find(({ reason }) => reason === one("reason"))?.reason,
  };
}

/** The address of `query`; what stands at its beginning is left out. */
export function historyAddress({ show, channel, about, reason }: HistoryQuery): string {
  const params = new URLSearchParams();
  if (show !== "all") params.set("show", show);
  for (const [name, value] of Object.entries({ channel, about, reason })) if (value) params.set(name, value);
  const text = params.toString();
  return `/settings/notifications/history${text && `?${text}`}`;
}

export function isFiltered({ show, channel, about, reason }: HistoryQuery): boolean {
  return show !== "all" || Boolean(channel ?? about ?? reason);
}
