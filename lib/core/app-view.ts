import type { Channel, Reason } from "./channel";

/** The apps that a person connects on the Other apps tab (R43). */
export const APPS = ["slack", "teams", "webhook"] as const satisfies Channel[];
export type App = (typeof APPS)[number];

/** A person's connection to one app, as its screen shows it. Times are RFC 3339. */
export interface AppConnection {
  id: string;
  /** Who the person is there, or the host that it goes to. */
  label: string;
  connectedAt: string;
  lastSentAt: string | null;
  failingSince: string | null;
  /** Nothing goes there until it is mended. */
  disabled: { at: string; reason: Reason } | null;
  /** Until when the secret before this one still signs too (S24). */
  rotatingUntil: string | null;
}

/** The Other apps tab of one person. */
export interface AppsView {
  connections: Partial<Record<App, AppConnection>>;
  /** Whether messages can go to Slack at all here. */
  slackReady: boolean;
  /** For super admins: the Slack that their company set up, by name, or `settings` where the installation has one. */
  slackSetup: { team: string | null; byInstallation: boolean } | null;
}
