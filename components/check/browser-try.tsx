"use client";

import { TryButton } from "@/components/check/try-button";
import { registerWorker } from "@/components/offline/register-worker";
import type { Answer } from "@/components/ui/answer";

/** Shows a notification of this browser at once, without any network: is it the browser, or what comes before it? */
export function BrowserTry() {
  return <TryButton to="this browser" work={show} words={(said) => said} />;
}

async function show(): Promise<Answer<string>> {
  if (typeof Notification === "undefined" || Notification.permission !== "granted")
    return { ok: false, detail: "This browser may not show notifications yet: press Allow notifications." };
  const registration = await registerWorker();
  if (!registration) return { ok: false, detail: "This browser has no service worker: a private window has none." };
  await registration.showNotification("This is a test", { body: "This browser shows notifications.", tag: "try" });
  return { ok: true, value: "Shown. If you saw nothing, the operating system holds it back: see below." };
}
