import type { Channel, Medium } from "./channel";

/** The last part of each tab's address (R46). */
export const TAB_OF: Readonly<Record<Medium, string>> = {
  email: "email",
  desktop: "desktop",
  apps: "other-apps",
  mobile: "mobile-app",
};

/** Where a person says when to be left alone: quiet hours, a pause, and what is silent while they are active. */
export const QUIET_HOURS = "/settings/notifications/quiet-hours";

/** Where a person changes what reaches them on a medium: its tab, at exactly that topic or that channel's switch (R12). */
export function preferencesAddress({
  medium,
  topic,
  channel,
}: {
  medium: Medium;
  topic?: string;
  channel?: Channel;
}): string {
  const query = new URLSearchParams({ ...(topic && { topic }), ...(channel && { channel }) }).toString();
  return `/settings/notifications/${TAB_OF[medium]}${query && `?${query}`}`;
}
