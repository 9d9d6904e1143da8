export type BrowserName = "Chrome" | "Edge" | "Firefox" | "Safari" | "This browser";

/** Whether this browser may show notifications; `unsupported` also where a page without https may not ask. */
export type Permission = NotificationPermission | "unsupported";

/** Which browser it is, from its `User-Agent`. */
export function browserName(userAgent: string): BrowserName {
  if (/\bEdg(e|A|iOS)?\//.test(userAgent)) return "Edge";
  if (/\b(OPR|Opera|Vivaldi|SamsungBrowser)\//.test(userAgent)) return "This browser";
  if (/\b(Firefox|FxiOS)\//.test(userAgent)) return "Firefox";
  if (/\b(Chrome|Chromium|CriOS|HeadlessChrome)\//.test(userAgent)) return "Chrome";
  return /\bSafari\//.test(userAgent) ? "Safari" : "This browser";
}

/** How things stand, in a sentence (R27, R28). */
export function permissionWords(permission: Permission, browser: BrowserName): string {
  if (permission === "granted") return `${browser} may show notifications from Belfry on this device.`;
  if (permission === "denied") return `${browser} blocks notifications from Belfry on this device.`;
  if (permission === "unsupported") return `${browser} cannot show notifications from this page.`;
  return `${browser} has not been asked on this device yet. It will ask you once you press the button.`;
}

/** What to do next (R29, U18): how to undo a block, or where else they may be held up. */
export function nextStep(permission: Permission, browser: BrowserName, userAgent: string): string {
  if (permission === "unsupported")
    return "Open Belfry over https in a recent browser, or rely on pop-ups and the bell.";
  const system = `Your operating system may need permission too: ${systemPlace(userAgent)}.`;
  if (permission === "granted") return `Nothing shows? ${system}`;
  return `${permission === "denied" ? UNBLOCK[browser] : "Each browser is asked separately."} ${system}`;
}

const UNBLOCK: Readonly<Record<BrowserName, string>> = {
  Chrome: "To allow them, click the icon left of the address, set Notifications to Allow, and reload this page.",
  Edge: "To allow them, click the padlock left of the address, open Permissions for this site, allow Notifications, and reload this page.",
  Firefox:
    "To allow them, click the icon left of the address, clear the block beside Send notifications, and reload this page.",
  Safari:
    "To allow them, open Safari, Settings, Websites, Notifications, set this address to Allow, and reload this page.",
  "This browser":
    "To allow them, open the browser's settings for this address, allow notifications, and reload this page.",
};

function systemPlace(userAgent: string): string {
  if (/Android/.test(userAgent)) return "Settings, Apps, your browser, Notifications";
  if (/iPhone|iPad/.test(userAgent))
    return "Settings, Notifications; on this device Belfry must be on the home screen first";
  if (/Windows/.test(userAgent)) return "Settings, System, Notifications";
  if (/Mac OS/.test(userAgent)) return "System Settings, Notifications, your browser";
  return "your desktop's settings for notifications";
}
