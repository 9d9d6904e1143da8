"use client";

import { TryButton } from "@/components/check/try-button";
import { registerWorker } from "@/components/offline/register-worker";

/** Shows a notification of this browser at once, without any network: is it the browser, or what comes before it? */
export function BrowserTry() {
  return <TryButton to="this browser" work={show} />;
}

async function show() {
  if (typeof Notification === "undefined" || Notification.permission !== "granted")
    return { ok: false as const, detail: "This browser may not show notifications yet: press Allow notifications." };
  const registration = await registerWorker();
  if (!registration)
    return { ok: false as const, detail: "This browser has no service worker: a private window has none." };
  await registration.showNotification("This is a test", { body: "This browser shows notifications.", tag: "try" });
  return { ok: true as const, words: "Shown. If you saw nothing, the operating system holds it back: see below." };
}
