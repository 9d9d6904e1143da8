"use client";

import { useEffect } from "react";
import { hearFeed } from "@/components/bell/hear-feed";
import { keepInstallOffer } from "@/components/push/use-install";

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
      timer = setTimeout(() => settled(({ keep }) => keep(items)), PAUSE);
    });
    return () => {
      clearTimeout(timer);
      unhear();
    };
  }, []);

  useEffect(() => {
    const wait = setTimeout(() => settled(({ startWorker }) => startWorker()), PAUSE);
    return () => clearTimeout(wait);
  }, []);

  return null;
}

/** Without a network there is nothing new to keep. */
async function settled(act: (module: typeof import("@/components/offline/settled")) => Promise<void>): Promise<void> {
  await import("@/components/offline/settled").then(act).catch(() => {});
}
