import { REASON_CHOICES } from "@/components/history/reason-choices";
import { addressOf, askedIn, type Params } from "@/components/ui/page-address";
import { CHANNELS } from "@/lib/core/channel";
import type { HistoryFilter } from "@/lib/core/history";

/** What the history page shows, as its address says it. `about` is a topic's key, or a section's. */
export type HistoryQuery = HistoryFilter & { about?: string };

/** Reads the address; what it does not know, it leaves out. */
export function historyQuery(params: Params): HistoryQuery {
  const { text } = askedIn(params, 120);
  const show = text("show");
  return {
    show: show === "reached" || show === "missed" ? show : "all",
    channel: CHANNELS.find((channel) => channel === text("channel")),
    about: text("about"),
    reason: REASON_CHOICES.find(({ reason }) => reason === text("reason"))?.reason,
  };
}

/** The address of `query`; what stands at its beginning is left out. */
export function historyAddress({ show, channel, about, reason }: HistoryQuery): string {
  const shown = show === "all" ? undefined : show;
  return addressOf("/settings/notifications/history", { show: shown, channel, about, reason });
}

export function isFiltered({ show, channel, about, reason }: HistoryQuery): boolean {
  return show !== "all" || Boolean(channel ?? about ?? reason);
}
