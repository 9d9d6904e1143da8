"use client";

import { MonitorSmartphone } from "lucide-react";
import { useActionState } from "react";
import { Alert, AlertTitle } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";

interface Device {
  id: string;
  /** `Firefox on Windows`. */
  device: string;
  address: string;
  /** RFC 3339. */
  seenAt: string;
  current: boolean;
}

export interface DeviceState {
  fault?: string;
}

interface DeviceListProps {
  devices: Device[];
  zone: string;
  /** Takes the device's `id`. */
  signOut: (before: DeviceState, form: FormData) => Promise<DeviceState>;
  signOutOthers: (before: DeviceState, form: FormData) => Promise<DeviceState>;
}

/** Where a person is signed in, and the way to end it there (S18). */
export function DeviceList({ devices, zone, signOut, signOutOthers }: DeviceListProps) {
  const [one, endOne, isEndingOne] = useActionState(signOut, {});
  const [all, endAll, isEndingAll] = useActionState(signOutOthers, {});
  const fault = one.fault ?? all.fault;
  return (
    <div className="grid gap-4">
      {fault && (
        <Alert variant="destructive">
          <AlertTitle className="font-normal">{fault}</AlertTitle>
        </Alert>
      )}
      <ul className="divide-y rounded-lg border bg-card">
        {devices.map((each) => (
          <li key={each.id} className="flex min-h-14 flex-wrap items-center gap-x-3 gap-y-2 px-4 py-2.5">
            <MonitorSmartphone aria-hidden className="size-5 shrink-0 text-muted-foreground" />
            <div className="min-w-0 flex-1">
              <p className="font-medium">{each.device}</p>
              <p className="text-muted-foreground text-sm">
                {each.current ? "This device" : <LastSeen device={each} zone={zone} />}
                {each.address && ` · ${each.address}`}
              </p>
            </div>
            {!each.current && (
              <form action={endOne}>
                <input type="hidden" name="id" value={each.id} />
                <Button type="submit" variant="outline" size="sm" aria-disabled={isEndingOne}>
                  Sign out<span className="sr-only"> {each.device}</span>
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {devices.length > 1 && (
        <form action={endAll}>
          <Button type="submit" variant="outline" aria-disabled={isEndingAll}>
            Sign out everywhere else
          </Button>
        </form>
      )}
    </div>
  );
}

function LastSeen({ device, zone }: { device: Device; zone: string }) {
  return (
    <>
      Last seen <RelativeTime at={device.seenAt} zone={zone} />
    </>
  );
}
