"use client";

import { useCallback } from "react";
import { LiveBell, type LiveBellProps } from "@/components/bell/live-bell";
import type { Subscribe } from "@/components/bell/use-feeds";
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
    (onSignal, onState) => subscribe({ channel, settings: { key, cluster, host, port, tls }, onSignal, onState }),
    [channel, key, cluster, host, port, tls],
  );
  return <LiveBell {...bell} subscribe={listen} />;
}
