"use client";

import { useMemo } from "react";
import { LiveBell, type LiveBellProps } from "@/components/bell/live-bell";
import type { Subscribe } from "@/components/bell/use-feeds";
import { shareListening } from "@/components/open-tabs/share-listening";
import { tellPreferences } from "@/components/preferences/hear-preferences";
import { reportOpen } from "@/components/shell/report-presence";
import { type ClientSettings, subscribe } from "@/lib/realtime/client";

interface PortalBellProps extends Omit<LiveBellProps, "subscribe"> {
  /** The person's own channel, and where it is listened to. */
  channel: string;
  settings: ClientSettings;
}

/** The bell of a signed-in page. One tab of the browser listens to the person's channel, for all of them. */
export function PortalBell({ channel, settings, ...bell }: PortalBellProps) {
  const { key, cluster, host, port, tls } = settings;
  const shared = useMemo(() => {
    const listen: Subscribe = (onSignal, onState) => {
      const stopReporting = reportOpen();
      const leave = subscribe({
        channel,
        settings: { key, cluster, host, port, tls },
        onState,
        onSignal({ notificationIds }) {
          // About no notification: who the person is may have changed, and with it what they may choose.
          if (notificationIds.length === 0) tellPreferences();
          onSignal();
        },
      });
      return () => {
        stopReporting();
        leave();
      };
    };
    return shareListening(listen, channel);
  }, [channel, key, cluster, host, port, tls]);
  return <LiveBell {...bell} subscribe={shared} />;
}
