"use client";

import { useRouter } from "next/navigation";
import type { PushProps } from "@/components/push/actions";
import { DeviceRow } from "@/components/push/device-row";
import { HideText } from "@/components/push/hide-text";
import { InstallSteps } from "@/components/push/install-steps";
import { ThisDevice } from "@/components/push/this-device";
import { useThisDevice } from "@/components/push/use-this-device";

/** The devices that notifications go to: the one in hand, the others by name, and what a lock screen shows (R40). */
export function PushDevices({ devices, hidesText, pushKey, zone, actions }: PushProps) {
  const router = useRouter();
  const device = useThisDevice({ devices, pushKey, actions });
  return (
    <div className="grid gap-3">
      <ThisDevice device={device} />
      {devices.length > 0 ? (
        <ul aria-label="Devices" className="divide-y rounded-lg border bg-card">
          {devices.map((each) => (
            <DeviceRow
              key={each.id}
              device={each}
              here={each.id === device.here?.id}
              zone={zone}
              actions={actions}
              onChange={() => router.refresh()}
            />
          ))}
        </ul>
      ) : (
        <p className="text-muted-foreground text-sm">
          No device yet. Open this page on each that should hear of things.
        </p>
      )}
      <HideText hidden={hidesText} onChange={actions.hideText} />
      <InstallSteps open={device.state === "install"} />
    </div>
  );
}
