import { type Channel, isOnScreen, MEDIUM_OF } from "./channel";
import type { Setting } from "./preference";
import { isSilentWhileActive } from "./presence";
import { heldUntil } from "./quiet-hours";
import { sendTime } from "./send-time";
import type { Timing } from "./time-decision";

/** Why a channel would stay silent if something came now. */
export type Silence =
  | { why: "switched_off" | "no_topic" | "not_connected" | "address_suppressed" | "active" | "failing" }
  /** So many emails of today were over the limit of their topic (R33). */
  | { why: "daily_cap"; count: number }
  /** Until then, RFC 3339. */
  | { why: "quiet_hours" | "paused" | "delayed" | "in_digest"; until: string };

/** A channel as `Check my notifications` shows it (R92). */
export interface ChannelCheck {
  channel: Channel;
  /** Of the topics that I may have on its medium, how many are on. */
  on: number;
  of: number;
  /** When something last arrived this way; RFC 3339. */
  lastSentAt: string | null;
  /** None: what comes now comes through. */
  silences: Silence[];
}

/** What a check depends on, for one channel. */
export interface ChannelFacts {
  channel: Channel;
  setting: Setting;
  connected: boolean;
  /** What it goes to failed when it was last tried. */
  failing: boolean;
  suppressed: boolean;
  /** Emails that were over the day's limit. */
  capped: number;
  on: number;
  timing: Timing;
  now: Date;
}

/** In the order in which a person would mend them. What passes by itself counts only where nothing else is the matter. */
export function silencesOf(facts: ChannelFacts): Silence[] {
  const { channel, setting, connected, failing, suppressed, capped, on, timing, now } = facts;
  const silences: Silence[] = [];
  if (!connected) silences.push({ why: "not_connected" });
  if (!setting.enabled) silences.push({ why: "switched_off" });
  if (on === 0) silences.push({ why: "no_topic" });
  if (suppressed) silences.push({ why: "address_suppressed" });
  if (failing) silences.push({ why: "failing" });
  if (silences.length > 0) return silences;
  // Whoever looks at the check is active.
  if (isSilentWhileActive(channel, { activeInApp: true, urgency: "normal", ...timing.schedule }))
    silences.push({ why: "active" });
  if (capped > 0) silences.push({ why: "daily_cap", count: capped });
  const wait = waitOf(channel, timing, now);
  return wait ? [...silences, wait] : silences;
}

/** What is shown on the screen does not come later; what goes outside leaves when its time is (U16). */
function waitOf(channel: Channel, { schedule, zone }: Timing, now: Date): Silence | null {
  if (isOnScreen(channel)) {
    const hold = heldUntil(now, schedule, zone);
    return hold && { why: hold.reason, until: hold.until.toISOString() };
  }
  const { at, reason } = sendTime({ channel, urgency: "normal", since: now, schedule, zone });
  return reason === "queued" ? null : { why: reason, until: at.toISOString() };
}

/** All that a person's check shows. */
export interface CheckView {
  channels: ChannelCheck[];
  /** Where email goes. */
  address: string;
  /** `main`: also what only the main members of a team are told (R73). */
  teams: { name: string; main: boolean }[];
  connections: { id: string; channel: Channel; label: string; lastSentAt: string | null; failing: boolean }[];
  zone: string;
}

/** How many topics of a channel's medium a person has, and has on. */
export function topicCounts(
  topics: Iterable<{ media: Partial<Record<string, Setting>> }>,
  channel: Channel,
): { on: number; of: number } {
  const settings = [...topics].flatMap(({ media }) => media[MEDIUM_OF[channel]] ?? []);
  return { on: settings.filter(({ enabled }) => enabled).length, of: settings.length };
}
