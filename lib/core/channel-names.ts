import type { Channel } from "./channel";

/** What people call the channels. */
export const CHANNEL_NAMES: Readonly<Record<Channel, string>> = {
  bell: "Bell",
  popup: "Pop-up",
  browser: "Browser",
  email: "Email",
  slack: "Slack",
  teams: "Microsoft Teams",
  webhook: "Webhook",
  push: "Mobile push",
};
