"use client";

import { useState } from "react";
import type { BellActions } from "@/components/bell/actions";
import { Bell } from "@/components/bell/bell";
import { useBell } from "@/components/bell/use-bell";
import type { Subscribe } from "@/components/bell/use-feeds";
import { useBrowserNotifications } from "@/components/browser-notifications/use-browser-notifications";
import { Popups } from "@/components/popups/popups";
import { usePopups } from "@/components/popups/use-popups";
import { useTabSigns } from "@/components/tab-signs/use-tab-signs";
import type { BellFeed } from "@/lib/core/feed-item";

export interface LiveBellProps {
  /** The feed of All, as the server rendered it. */
  initial: BellFeed;
  /** The person's time zone, such as `Europe/Amsterdam`. */
  zone: string;
  actions: BellActions;
  subscribe: Subscribe;
}

/**
 * The bell, its panel, the pop-ups, what the browser shows and the signs of the tab over one state, kept right by signals.
 * Stands in the header of every page.
 */
export function LiveBell({ initial, zone, actions, subscribe }: LiveBellProps) {
  const [open, setOpen] = useState(false);
  const bell = useBell(initial, actions, subscribe);
  const popups = usePopups(bell.arriving, open);
  useBrowserNotifications(bell.arriving);
  useTabSigns(bell.all.unread, bell.all.redDot ?? true);
  return (
    <>
      <Bell bell={bell} zone={zone} open={open} onOpenChange={setOpen} />
      <Popups
        popups={popups}
        zone={zone}
        acts={bell.acts}
        hidden={open}
        onFollow={(item) => bell.acts.setRead(item, true, true)}
        onMore={() => setOpen(true)}
      />
    </>
  );
}
