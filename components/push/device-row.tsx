"use client";

import { MonitorSmartphone } from "lucide-react";
import { type FormEvent, useState } from "react";
import type { Answer } from "@/components/bell/actions";
import type { PushActions } from "@/components/push/actions";
import { triedWords } from "@/components/push/tried-words";
import { OFFLINE } from "@/components/ui/answer";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
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

  async function act<T>(work: () => Promise<Answer<T>>, done: (answer: T) => string) {
    if (busy) return;
    setBusy(true);
    const answer = await work().catch(() => OFFLINE);
    setBusy(false);
    setWords(answer.ok ? done(answer) : answer.detail);
    if (answer.ok) onChange();
  }

  function rename(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get("name")).trim();
    if (name === "") return setWords("Give it a name.");
    act(
      () => actions.rename(device.id, name),
      () => {
        setNaming(false);
        return "";
      },
    );
  }

  return (
    <li className="flex min-h-14 flex-wrap items-center gap-x-3 gap-y-2 px-3 py-2.5">
      <MonitorSmartphone aria-hidden className="size-5 shrink-0 text-muted-foreground" />
      {naming ? (
        <form onSubmit={rename} className="flex min-w-0 flex-1 basis-56 flex-wrap gap-2">
          <Input
            name="name"
            aria-label="Name of the device"
            defaultValue={device.name}
            maxLength={60}
            autoFocus
            autoComplete="off"
            className="min-w-0 flex-1 basis-40"
          />
          <Button type="submit" size="sm" aria-disabled={busy}>
            Save
          </Button>
          <Button type="button" size="sm" variant="ghost" onClick={() => setNaming(false)}>
            Cancel
          </Button>
        </form>
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
          <div className="flex flex-wrap gap-1.5">
            <Button
              size="sm"
              variant="outline"
              aria-disabled={busy}
              onClick={() =>
                act(
                  () => actions.test(device.id),
                  ({ tried }) => triedWords(tried),
                )
              }
            >
              Send a test
              <Of name={device.name} word="to" />
            </Button>
            <Button size="sm" variant="ghost" onClick={() => setNaming(true)}>
              Rename
              <Of name={device.name} />
            </Button>
            <Button
              size="sm"
              variant="ghost"
              aria-disabled={busy}
              onClick={() =>
                act(
                  () => actions.remove(device.id),
                  () => "",
                )
              }
            >
              Remove
              <Of name={device.name} />
            </Button>
          </div>
        </>
      )}
      <p role="status" className="basis-full text-sm empty:hidden">
        {words}
      </p>
    </li>
  );
}

/** Whose button it is, for who does not see the row. */
function Of({ name, word = "" }: { name: string; word?: string }) {
  return <span className="sr-only">{` ${word} ${name}`}</span>;
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
