"use client";

import type { ReactNode } from "react";
import { BrowserPermission } from "@/components/preferences/browser-permission";
import { ChannelRow } from "@/components/preferences/channel-row";
import type { Notes } from "@/components/preferences/listed";
import { Refused, Saved } from "@/components/preferences/note";
import { SoundChoice } from "@/components/preferences/sound-choice";
import { sourceWords } from "@/components/preferences/source-words";
import { Checkbox } from "@/components/ui/checkbox";
import { CHANNELS, type Channel, MEDIUM_OF, type Medium } from "@/lib/core/channel";
import { CHANNEL_NAMES } from "@/lib/core/channel-names";
import type { PreferenceChange } from "@/lib/core/preference-change";
import type { PreferencesView } from "@/lib/core/preferences-view";

export interface ChannelsProps {
  medium: Medium;
  view: PreferencesView;
  /** Where Email goes. */
  address: string;
  /** What else belongs to a channel; it says itself how it stands. */
  own?: Partial<Record<Channel, ReactNode>>;
  notes: Notes;
  onChange(change: PreferenceChange, at: string): void;
}

/** "How you get notified": the switches of one tab's channels, and what belongs to each (R25, R32, R47). */
export function Channels({ medium, view, address, own: given, notes, onChange }: ChannelsProps) {
  const own: Partial<Record<Channel, ReactNode>> = {
    ...given,
    popup: <PopupSound sound={view.sound} note={notes.sound} onChange={onChange} />,
    browser: (
      <>
        <BrowserPermission />
        <p className="pt-2 text-muted-foreground text-sm">
          Notifications of the sales browser extension are changed in that extension's own settings.
        </p>
      </>
    ),
  };
  return (
    <section aria-labelledby="how">
      <h2 id="how" className="mb-2 font-semibold text-lg">
        How you get notified
      </h2>
      <ul className="overflow-hidden rounded-xl border">
        {CHANNELS.filter((channel) => MEDIUM_OF[channel] === medium).map((channel) => {
          const { enabled, source, inherited, connected } = view.channels[channel];
          const at = `channel-${channel}`;
          return (
            <ChannelRow
              key={channel}
              channel={channel}
              name={CHANNEL_NAMES[channel]}
              enabled={enabled}
              detail={
                <>
                  {channel === "email" ? address : DETAILS[channel]}
                  {connected || given?.[channel] ? null : <span className="block">{NOT_CONNECTED}</span>}
                </>
              }
              source={sourceWords(source)}
              resettable={source === "user" && inherited.enabled !== enabled}
              note={notes[at]}
              onChange={(on) => onChange({ channels: { [channel]: on === null ? null : { enabled: on } } }, at)}
            >
              {own[channel]}
            </ChannelRow>
          );
        })}
        {medium === "desktop" ? <RedDot on={view.redDot} note={notes["red-dot"]} onChange={onChange} /> : null}
      </ul>
      {medium === "mobile" ? (
        <p className="mt-3 text-muted-foreground text-sm">
          How your phone shows them, such as banners, sounds and badges, is set in the mobile app's own settings.
        </p>
      ) : null}
    </section>
  );
}

const NOT_CONNECTED = "Not connected yet: nothing is sent this way until it is.";

const DETAILS: Readonly<Record<Exclude<Channel, "email">, string>> = {
  bell: "Kept in the bell at the top of every page.",
  popup: "In the bottom right corner, while you are active here.",
  browser: "From your browser, while Belfry is open in another tab or window.",
  slack: "As a direct message to you.",
  teams: "As a message to you.",
  webhook: "To an address of your own.",
  push: "To your phone, also when nothing is open.",
};

type Part = Pick<ChannelsProps, "onChange"> & { note: Notes[string] | undefined };

function PopupSound({ sound, note, onChange }: Part & { sound: PreferencesView["sound"] }) {
  return (
    <div className="flex flex-wrap items-center gap-x-3">
      <span aria-hidden className="text-muted-foreground text-sm">
        Sound
      </span>
      <SoundChoice
        value={sound}
        label="Sound"
        playLabel="Play"
        className="w-36"
        onChange={(chosen) => onChange({ sound: chosen }, "sound")}
      />
      <Saved note={note} />
      <Refused note={note} />
    </div>
  );
}

function RedDot({ on, note, onChange }: Part & { on: boolean }) {
  return (
    <li className="flex flex-wrap items-start gap-x-3 border-t bg-card px-4 py-3">
      <Checkbox
        id="red-dot"
        checked={on}
        aria-describedby="red-dot-detail"
        className="mx-2 -mt-0.5"
        onCheckedChange={(checked) => onChange({ red_dot: checked }, "red-dot")}
      />
      <div className="min-w-0 flex-1 basis-40">
        <label htmlFor="red-dot" className="block cursor-pointer">
          Show a red dot in the browser tab
        </label>
        <p id="red-dot-detail" className="text-muted-foreground text-sm">
          On the tab's icon while the bell has something unread, in browsers that show such icons.
        </p>
        <Refused note={note} />
      </div>
      <Saved note={note} />
    </li>
  );
}
