"use client";

import { useEffect } from "react";
import { hearFeed } from "@/components/bell/hear-feed";
import { registerWorker } from "@/components/offline/register-worker";
import { renewHere } from "@/components/offline/renew-here";
import { keepInstallOffer } from "@/components/push/use-install";
import type { FeedItem } from "@/lib/core/feed-item";
import { closeRead } from "@/lib/service-worker/close-read";
import { keepItems } from "@/lib/service-worker/kept-items";

/** What came in a burst is kept once; milliseconds. */
const PAUSE = 1000;

/**
 * Starts the service worker once the page has settled, keeps the latest items for when there is no network (U19), and
 * closes what was read. It stands before the bell, or it would not hear what the bell begins with.
 */
export function OfflineKeeper() {
  useEffect(keepInstallOffer, []);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const unhear = hearFeed(({ items }) => {
      clearTimeout(timer);
      timer = setTimeout(() => keep(items).catch(() => {}), PAUSE);
    });
    return () => {
      clearTimeout(timer);
      unhear();
    };
  }, []);

  useEffect(() => {
    const start = () => registerWorker().then((registration) => registration && renewHere(registration));
    const wait = setTimeout(start, PAUSE);
    return () => clearTimeout(wait);
  }, []);

  return null;
}

async function keep(items: readonly FeedItem[]): Promise<void> {
  if (!("caches" in window)) return;
  await keepItems(items.filter(({ inBell }) => inBell));
  const registration = await navigator.serviceWorker?.getRegistration();
  if (registration) await closeRead(registration, items);
}
