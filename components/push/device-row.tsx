"use client";

import { MonitorSmartphone } from "lucide-react";
import { useState } from "react";
import type { PushActions } from "@/components/push/actions";
import { DeviceActs } from "@/components/push/device-acts";
import { DeviceName } from "@/components/push/device-name";
import { triedWords } from "@/components/push/tried-words";
import { type Answer, faultOf, noAnswer } from "@/components/ui/answer";
import { RelativeTime } from "@/components/ui/relative-time";
import type { DeviceView } from "@/lib/core/push-device";

interface DeviceRowProps {
  device: DeviceView;
  /** Whether it is the one in hand. */
  here: boolean;
  zone: string;
  actions: PushActions;
  /** Something changed, or was found gone. */
  onChange(): void;
}

/** A device that notifications go to: its name, when it was last reached, and what can be done about it. */
export function DeviceRow({ device, here, zone, actions, onChange }: DeviceRowProps) {
  const [naming, setNaming] = useState(false);
  const [words, setWords] = useState("");
  const [busy, setBusy] = useState(false);

  /** `said`: what the row says once it is done. */
  async function act<T>(work: () => Promise<Answer<T>>, said: (value: T) => string) {
    if (busy) return;
    setBusy(true);
    const answer = await work().catch(noAnswer);
    setBusy(false);
    setWords(answer.ok ? said(answer.value) : faultOf(answer));
    if (answer.ok) onChange();
  }

  function rename(name: string) {
    if (name === "") return setWords("Give it a name.");
    const work = () => actions.rename(device.id, name);
    act(work, () => {
      setNaming(false);
      return "";
    });
  }

  function test() {
    const work = () => actions.test(device.id);
    act(work, triedWords);
  }

  function remove() {
    const work = () => actions.remove(device.id);
    act(work, () => "");
  }

  return (
    <li className="flex min-h-14 flex-wrap items-center gap-x-3 gap-y-2 px-3 py-2.5">
      <MonitorSmartphone aria-hidden className="size-5 shrink-0 text-muted-foreground" />
      {naming ? (
        <DeviceName name={device.name} busy={busy} onSave={rename} onClose={() => setNaming(false)} />
      ) : (
        <>
          <div className="min-w-0 flex-1 basis-40">
            <p className="break-words font-medium">
              <bdi>{device.name}</bdi>
            </p>
            <p className="text-muted-foreground text-sm">
              {here ? "This device · " : ""}
              <LastReached device={device} zone={zone} />
            </p>
          </div>
          <DeviceActs name={device.name} busy={busy} onTest={test} onRename={() => setNaming(true)} onRemove={remove} />
        </>
      )}
      <p role="status" className="basis-full text-sm empty:hidden">
        {words}
      </p>
    </li>
  );
}

function LastReached({ device, zone }: { device: DeviceView; zone: string }) {
  const { failingSince, lastSentAt } = device;
  if (failingSince) {
    return (
      <span className="text-destructive">
        Not reached since <RelativeTime at={failingSince} zone={zone} />
      </span>
    );
  }
  if (!lastSentAt) return "Nothing sent yet";
  return (
    <>
      Last reached <RelativeTime at={lastSentAt} zone={zone} />
    </>
  );
}
