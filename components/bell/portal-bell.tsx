"use client";

import { useCallback } from "react";
import { LiveBell, type LiveBellProps } from "@/components/bell/live-bell";
import type { Subscribe } from "@/components/bell/use-feeds";
import { tellPreferences } from "@/components/preferences/hear-preferences";
import { type ClientSettings, subscribe } from "@/lib/realtime/client";

interface PortalBellProps extends Omit<LiveBellProps, "subscribe"> {
  /** The person's own channel, and where it is listened to. */
  channel: string;
  settings: ClientSettings;
}

/** The bell of a signed-in page: it listens to the person's channel. */
export function PortalBell({ channel, settings, ...bell }: PortalBellProps) {
  const { key, cluster, host, port, tls } = settings;
  const listen = useCallback<Subscribe>(
    (onSignal, onState) =>
      subscribe({
        channel,
        settings: { key, cluster, host, port, tls },
        onState,
        onSignal({ notificationIds }) {
          // About no notification: who the person is may have changed, and with it what they may choose.
          if (notificationIds.length === 0) tellPreferences();
          onSignal();
        },
      }),
    [channel, key, cluster, host, port, tls],
  );
  return <LiveBell {...bell} subscribe={listen} />;
}
