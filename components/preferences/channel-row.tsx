"use client";

import { type ReactNode, useRef } from "react";
import type { Note } from "@/components/preferences/listed";
import { Refused, Saved } from "@/components/preferences/note";
import { ResetButton } from "@/components/preferences/reset-button";
import { Switch } from "@/components/ui/switch";
import type { Channel } from "@/lib/core/channel";

export interface ChannelRowProps {
  channel: Channel;
  name: string;
  enabled: boolean;
  /** What comes this way, or where it goes; a line. */
  detail: ReactNode;
  /** Where the value comes from: `company default`. */
  source: string;
  /** Whether `reset` would change something. */
  resettable: boolean;
  note: Note | undefined;
  /** What else belongs to the channel. */
  children?: ReactNode;
  /** Null: back to what is inherited. */
  onChange(enabled: boolean | null): void;
}

/** A channel's switch (R25, R32), with what it does and whose word it is. */
export function ChannelRow(props: ChannelRowProps) {
  const { channel, name, enabled, detail, source, resettable, note, children, onChange } = props;
  const id = channelId(channel);
  const toggle = useRef<HTMLButtonElement>(null);

  function reset() {
    toggle.current?.focus();
    onChange(null);
  }

  return (
    <li className="border-t bg-card px-4 py-3 first:border-t-0">
      <div className="flex flex-wrap items-center gap-x-3">
        <Switch
          ref={toggle}
          id={id}
          checked={enabled}
          aria-describedby={`${id}-detail ${id}-source`}
          onCheckedChange={onChange}
        />
        <div className="min-w-0 flex-1 basis-40">
          <label htmlFor={id} className="block cursor-pointer font-medium">
            {name}
          </label>
          <div id={`${id}-detail`} className="wrap-anywhere text-muted-foreground text-sm">
            {detail}
          </div>
        </div>
        <p className="flex items-center gap-1.5 text-muted-foreground text-sm max-sm:basis-full max-sm:pl-12.5">
          <Saved note={note} />
          <span id={`${id}-source`}>{source}</span>
          {resettable ? <ResetButton name={name} onReset={reset} /> : null}
        </p>
      </div>
      {children ? <div className="pt-2 sm:pl-12.5">{children}</div> : null}
      <Refused note={note} className="pt-1 pl-12.5 text-destructive text-sm" />
    </li>
  );
}

/** Of the switch of a channel. */
function channelId(channel: Channel): string {
  return `channel-${channel}`;
}
