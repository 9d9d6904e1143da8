import type { Metadata } from "next";
import { DeviceList } from "@/components/access/device-list";
import { requireUser } from "@/lib/auth/context";
import { perform } from "@/lib/http/perform";
import { listDevices } from "@/lib/usecases/access/list-devices";
import { signOutDevice, signOutOthers } from "./actions";

export const metadata: Metadata = { title: "Your devices" };

/** Where I am signed in, and the way to end it there (S18). */
export default async function DevicesPage() {
  const ctx = await requireUser();
  const devices = await perform(listDevices, ctx, {});
  return (
    <div className="grid max-w-160 gap-4">
      <div>
        <h1 className="font-semibold text-xl">Where you are signed in</h1>
        <p className="text-muted-foreground">Sign out whatever you do not know or no longer use.</p>
      </div>
      <DeviceList
        devices={devices.map((device) => ({ ...device, seenAt: device.seenAt.toISOString() }))}
        zone={ctx.actor.timeZone}
        signOut={signOutDevice}
        signOutOthers={signOutOthers}
      />
    </div>
  );
}
