"use client";

import { useEffect, useRef } from "react";
import { closeNotification, mayNotify, showNotification } from "@/components/browser-notifications/show-notification";
import { useArrivals } from "@/components/open-tabs/use-arrivals";
import type { FeedItem } from "@/lib/core/feed-item";

/** Tells by the browser what arrives for somebody who is elsewhere (R26): once over all tabs, until it is read. */
export function useBrowserNotifications(items: FeedItem[]): void {
  const unread = useRef<ReadonlySet<string>>(new Set());

  useArrivals(items, {
    kind: "browser",
    isMeant: ({ browser }) => browser && mayNotify(),
    tab: "any",
    // A notification that cannot be shown is in the bell all the same.
    show: (arrivals) => [...arrivals].reverse().forEach((item) => void showNotification(item).catch(() => {})),
  });

  useEffect(() => {
    if (!mayNotify()) return;
    const now = new Set(items.flatMap(({ id, readAt }) => (readAt === null ? [id] : [])));
    for (const id of unread.current) if (!now.has(id)) void closeNotification(id).catch(() => {});
    unread.current = now;
  }, [items]);
}
