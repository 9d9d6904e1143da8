import { TAB_NAMES } from "@/components/preferences/names";
import { type Channel, isOnScreen, MEDIUM_OF } from "@/lib/core/channel";
import { CHANNEL_NAMES } from "@/lib/core/channel-names";
import type { Silence } from "@/lib/core/check-view";
import { preferencesAddress, QUIET_HOURS } from "@/lib/core/preferences-address";
import { momentWords } from "@/lib/core/schedule-words";

/** One reason in a sentence, with where it is mended; no link where nothing is to be. */
export interface SilenceWords {
  words: string;
  mend?: { href: string; name: string };
}

const EMAIL = { href: preferencesAddress({ medium: "email", channel: "email" }), name: "Change when email leaves" };

/** Why a channel would stay silent now, and what to do about it (R92). */
export function silenceWords(silence: Silence, channel: Channel, now: Date, zone: string): SilenceWords {
  const medium = MEDIUM_OF[channel];
  const tab = { href: preferencesAddress({ medium, channel }), name: `Open ${TAB_NAMES[medium]}` };
  const at = ({ until }: { until: string }) => momentWords(new Date(until), now, zone);
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
      return { words: "Your address refused earlier mail, so none is sent to it. Ask an admin to give you another." };
    case "failing":
      return { words: "It was not reached when it was last tried.", mend: tab };
    case "active":
      return { words: "It stays silent while you are active here, as you are now." };
    case "daily_cap":
      return {
        words: `${silence.count} of today's emails did not leave: a topic may send you so many a day, and no more.`,
        mend: { href: "/settings/notifications/history?reason=daily_cap", name: "See which" },
      };
    case "delayed":
      return { words: `An email leaves ${at(silence)} if you have not read the notification by then.`, mend: EMAIL };
    case "in_digest":
      return { words: `What comes now is in your next digest, ${at(silence)}.`, mend: EMAIL };
    case "quiet_hours":
      return {
        words: `Your quiet hours ${isOnScreen(channel) ? "keep it silent" : "hold it"} until ${at(silence)}.`,
        mend: { href: QUIET_HOURS, name: "Change quiet hours" },
      };
    case "paused":
      return {
        words: `Your pause ${isOnScreen(channel) ? "keeps it silent" : "holds it"} until ${at(silence)}.`,
        mend: { href: QUIET_HOURS, name: "End the pause" },
      };
  }
}
