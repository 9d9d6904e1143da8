import type { Channel, Medium } from "@/lib/core/channel";

/** What people call the tabs (R46). */
export const TAB_NAMES: Readonly<Record<Medium, string>> = {
  email: "Email",
  desktop: "Desktop",
  apps: "Other apps",
  mobile: "Mobile app",
};

export const CHANNEL_NAMES: Readonly<Record<Channel, string>> = {
  bell: "Bell",
  popup: "Pop-up",
  browser: "Browser",
  email: "E-mail",
  slack: "Slack",
  teams: "Microsoft Teams",
  webhook: "Webhook",
  push: "Mobile push",
};
