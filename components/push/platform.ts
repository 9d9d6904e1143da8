/** Where pushes and installing go by other rules. */
export type Platform = "ios" | "android" | "desktop";

/** From the `User-Agent`; an iPad that calls itself a Mac is told by its fingers. */
export function platformOf(userAgent: string, touchPoints: number): Platform {
  if (/iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && touchPoints > 1)) return "ios";
  return /Android/.test(userAgent) ? "android" : "desktop";
}

/** How to have Belfry as an app there, step by step (U19). */
export const INSTALL_STEPS: Readonly<Record<Platform, readonly string[]>> = {
  ios: [
    "Open this page in Safari.",
    "Press Share, the square with the arrow.",
    "Choose Add to Home Screen, then Add.",
    "Open Belfry from the home screen, sign in, and come back to this page to allow notifications.",
  ],
  android: [
    "Open this page in Chrome.",
    "Press the three dots at the top right.",
    "Choose Add to Home screen, or Install app.",
    "Open Belfry from the home screen, and allow notifications here.",
  ],
  desktop: [
    "Open Belfry in Chrome or Edge.",
    "Press the install sign at the right end of the address, or choose Install in the menu.",
    "In Safari on a Mac, choose File, then Add to Dock.",
  ],
};

export const PLATFORM_NAMES: Readonly<Record<Platform, string>> = {
  ios: "iPhone or iPad",
  android: "Android",
  desktop: "a computer",
};
