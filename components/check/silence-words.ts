import { TAB_NAMES } from "@/components/preferences/names";
import { type Channel, MEDIUM_OF } from "@/lib/core/channel";
import { CHANNEL_NAMES } from "@/lib/core/channel-names";
import type { Silence } from "@/lib/core/check-view";
import { preferencesAddress } from "@/lib/core/preferences-address";
import { momentWords } from "@/lib/core/schedule-words";

/** One reason in a sentence, with where it is mended; no link where nothing is to be. */
export interface SilenceWords {
  words: string;
  mend?: { href: string; name: string };
}

const QUIET_HOURS = "/settings/notifications/quiet-hours";

/** Why a channel would stay silent now, and what to do about it (R92). */
export function silenceWords(silence: Silence, channel: Channel, now: Date, zone: string): SilenceWords {
  const medium = MEDIUM_OF[channel];
  const tab = { href: preferencesAddress({ medium, channel }), name: `Open ${TAB_NAMES[medium]}` };
  switch (silence.why) {
    case "switched_off":
      return { words: `${CHANNEL_NAMES[channel]} is switched off.`, mend: { ...tab, name: "Switch it on" } };
    case "no_topic":
      return {
        words: `No topic is on for ${TAB_NAMES[medium].toLowerCase()}.`,
        mend: { href: preferencesAddress({ medium }), name: "Choose topics" },
      };
    case "not_connected":
      return channel === "push"
        ? { words: "No device is allowed yet.", mend: { ...tab, name: "Allow a device" } }
        : { words: "It is not connected.", mend: { ...tab, name: "Connect it" } };
    case "address_suppressed":
      return { words: "Your address refused earlier mail, so none is sent to it. Ask an admin to look at it." };
    case "failing":
      return { words: "It was not reached when it was last tried.", mend: tab };
    case "active":
      return { words: "It stays silent while you are active here, as you are now." };
    case "quiet_hours":
      return {
        words: `Your quiet hours hold it until ${momentWords(new Date(silence.until), now, zone)}.`,
        mend: { href: QUIET_HOURS, name: "Change quiet hours" },
      };
    case "paused":
      return {
        words: `Your pause holds it until ${momentWords(new Date(silence.until), now, zone)}.`,
        mend: { href: QUIET_HOURS, name: "End the pause" },
      };
  }
}
