import { type BrowserName, nextStep } from "@/components/preferences/browser-words";
import type { Platform } from "@/components/push/platform";

/**
 * How this browser stands. `install`: only from the home screen (iOS); `ask`: it was never asked; `off`: it may, and
 * nothing goes here; `on`: pushes come here.
 */
export type DeviceState = "unsupported" | "install" | "ask" | "denied" | "off" | "on";

export interface Seen {
  /** Whether the browser has all that pushes need; it lacks them where a page has no https. */
  supported: boolean;
  platform: Platform;
  /** Opened from the home screen, not in a browser's tab. */
  standalone: boolean;
  permission: NotificationPermission;
  /** Whether this browser is on the person's list. */
  listed: boolean;
}

export function deviceState({ supported, platform, standalone, permission, listed }: Seen): DeviceState {
  if (platform === "ios" && !standalone) return "install";
  if (!supported) return "unsupported";
  if (permission === "denied") return "denied";
  if (permission === "default") return "ask";
  return listed ? "on" : "off";
}

/** In a sentence or two: how it stands, and what to do (U18). */
export function deviceWords(
  state: DeviceState,
  browser: BrowserName,
  userAgent: string,
): { how: string; next: string } {
  switch (state) {
    case "unsupported":
      return {
        how: `${browser} cannot receive notifications from this page.`,
        next: "Open Belfry over https in a recent browser; in a private window they are off.",
      };
    case "install":
      return {
        how: "On iPhone and iPad, notifications come once Belfry is on the home screen.",
        next: "Add it as below, open it from there, and allow notifications.",
      };
    case "denied":
      return {
        how: `${browser} blocks notifications from Belfry on this device.`,
        next: nextStep("denied", browser, userAgent),
      };
    case "ask":
      return {
        how: "Nothing is sent to this device yet.",
        next: `${browser} will ask you once you press the button.`,
      };
    case "off":
      return {
        how: "Nothing is sent to this device.",
        next: `${browser} may show notifications: press the button to have them sent here.`,
      };
    case "on":
      return { how: "Notifications are sent to this device.", next: nextStep("granted", browser, userAgent) };
  }
}
