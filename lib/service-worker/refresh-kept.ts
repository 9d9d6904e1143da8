import type { BellFeed } from "@/lib/core/feed-item";
import { closeRead } from "./close-read";
import { forgetItems, keepItems } from "./kept-items";
import { scope } from "./scope";

/** Asks for the latest items: keeps them for when there is no network, closes what was read elsewhere, counts the rest. */
export async function refreshKept(): Promise<void> {
  try {
    const answer = await fetch("/api/bell?tab=all", { headers: { accept: "application/json" }, cache: "no-store" });
    if (answer.status === 401) return await forgetItems();
    if (!answer.ok) return;
    const feed = (await answer.json()) as BellFeed;
    await keepItems(feed.items);
    await closeRead(scope.registration, feed.items);
    if (feed.unread > 0) await scope.navigator.setAppBadge?.(feed.unread);
    else await scope.navigator.clearAppBadge?.();
  } catch {
    // No network: the next push, or the next page, asks again.
  }
}
