"use client";

import { Building2 } from "lucide-react";
import Link from "next/link";
import { useId, useState } from "react";
import { cellName } from "@/components/defaults/words";
import { Button } from "@/components/ui/button";
import { type Channel, MEDIUM_OF, type Medium } from "@/lib/core/channel";
import type { DefaultNotice as Notice } from "@/lib/core/default-notice";
import { about } from "@/lib/core/layers";
import { preferencesAddress } from "@/lib/core/preferences-address";

/** Tells a person what their company changed for them since they last looked, and leads to each of it (R56). */
export function DefaultNotice({
  notice: { at, cells },
  zone,
  onDismiss,
}: {
  notice: Notice;
  /** The person's own. */
  zone: string;
  onDismiss(at: string): Promise<unknown>;
}) {
  const [open, setOpen] = useState(false);
  const [gone, setGone] = useState(false);
  const id = useId();
  if (gone) return null;
  const on = cells.filter(({ enabled }) => enabled).length;
  const off = cells.length - on;
  const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: zone }).format(new Date(at));
  const sum = [on > 0 && `${on} now on`, off > 0 && `${off} now off`].filter(Boolean).join(", ");
  return (
    <section aria-labelledby={`${id}-title`} className="mb-5 rounded-xl border bg-unread px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Building2 aria-hidden className="size-4 shrink-0 text-muted-foreground" />
        <p id={`${id}-title`} className="min-w-0 flex-1 basis-60">
          Your company changed what you get by default on {day}: {sum}.
        </p>
        <div className="flex flex-wrap gap-1">
          <Button
            variant="ghost"
            size="sm"
            aria-expanded={open}
            aria-controls={open ? `${id}-list` : undefined}
            onClick={() => setOpen(!open)}
          >
            See what changed
          </Button>
          <Button
            variant="ghost"
            size="sm"
            onClick={() => {
              setGone(true);
              void onDismiss(at);
            }}
          >
            Dismiss
          </Button>
        </div>
      </div>
      {open ? (
        <ul id={`${id}-list`} className="mt-2 grid max-h-72 gap-1 overflow-y-auto border-t pt-2">
          {cells.map((cell) => (
            <li key={about(cell)}>
              <Link href={addressOf(cell)} className="text-primary underline-offset-4 hover:underline">
                {cellName(cell, cell.name)}
              </Link>{" "}
              <span className="text-muted-foreground">{cell.enabled ? "now on" : "now off"}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

function addressOf({ topic, target }: Notice["cells"][number]): string {
  if (topic !== "") return preferencesAddress({ medium: target as Medium, topic });
  return preferencesAddress({ medium: MEDIUM_OF[target as Channel], channel: target as Channel });
}
