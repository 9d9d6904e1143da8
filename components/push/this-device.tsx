"use client";

import { BellRing, CircleCheck, CircleHelp, CircleSlash, Smartphone } from "lucide-react";
import { browserName } from "@/components/preferences/browser-words";
import { type DeviceState, deviceWords } from "@/components/push/device-state";
import type { useThisDevice } from "@/components/push/use-this-device";
import { Button } from "@/components/ui/button";

/** Do notifications come to the device in hand? In words, with the button that changes it (U18). */
export function ThisDevice({ device }: { device: ReturnType<typeof useThisDevice> }) {
  const { state, busy, fault, allow, stop } = device;
  const agent = state === null ? "" : navigator.userAgent;
  const words = state && deviceWords(state, browserName(agent), agent);
  const { Icon, colour } = LOOKS[state ?? "ask"];
  return (
    <div className="flex flex-wrap items-start gap-x-4 gap-y-2 rounded-lg bg-muted px-3 py-2.5 text-sm">
      {/* As high as what will stand there, so that nothing below it jumps. */}
      <div role="status" className="min-h-15 min-w-0 flex-1 basis-64">
        {words ? (
          <>
            <p className="flex gap-2">
              <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${colour}`} />
              {words.how}
            </p>
            <p className="pl-6 text-muted-foreground">{words.next}</p>
          </>
        ) : null}
        {fault ? (
          <p role="alert" className="pl-6 text-destructive">
            {fault}
          </p>
        ) : null}
      </div>
      {state === "ask" || state === "off" || state === null ? (
        <Button size="sm" variant={state === null ? "outline" : "default"} aria-disabled={busy} onClick={allow}>
          <BellRing aria-hidden />
          Allow on this device
        </Button>
      ) : null}
      {state === "on" ? (
        <Button size="sm" variant="outline" aria-disabled={busy} onClick={stop}>
          Stop on this device
        </Button>
      ) : null}
    </div>
  );
}

const LOOKS: Readonly<Record<DeviceState, { Icon: typeof CircleHelp; colour: string }>> = {
  unsupported: { Icon: CircleSlash, colour: "text-muted-foreground" },
  install: { Icon: Smartphone, colour: "text-muted-foreground" },
  ask: { Icon: CircleHelp, colour: "text-muted-foreground" },
  denied: { Icon: CircleSlash, colour: "text-destructive" },
  off: { Icon: CircleHelp, colour: "text-muted-foreground" },
  on: { Icon: CircleCheck, colour: "text-delivered" },
};
