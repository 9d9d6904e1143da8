"use client";

import { useEffect } from "react";
import { showRedDot } from "@/components/tab-signs/show-red-dot";
import { titled } from "@/components/tab-signs/titled";

/**
 * The unread count where it shows without the page: title, icon and app badge (R9 to R11, U20). All three are gone at 0,
 * and with the bell. `redDot`: the person's checkbox, for the icon alone.
 */
export function useTabSigns(unread: number, redDot: boolean): void {
  useEffect(() => {
    const sign = () => {
      const title = titled(document.title, unread);
      if (document.title !== title) document.title = title;
      showRedDot(redDot && unread > 0);
    };
    sign();
    // Each page that follows brings its own title, and may bring its icons anew.
    const observer = new MutationObserver(sign);
    observer.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => observer.disconnect();
  }, [unread, redDot]);

  useEffect(() => void badge(unread), [unread]);
  useEffect(
    () => () => {
      document.title = titled(document.title, 0);
      showRedDot(false);
      void badge(0);
    },
    [],
  );
}

/** Only where the platform has it, and only an installed app shows it. */
async function badge(unread: number): Promise<void> {
  await navigator.setAppBadge?.(unread).catch(() => {});
}
