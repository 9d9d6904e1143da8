import { type Channel, isOnScreen, type Medium, type Reason, type Source } from "./channel";
import { CHANNEL_NAMES } from "./channel-names";
import type { Origin } from "./event";
import type { Topic } from "./topic";
import type { Voice } from "./voice";

export const MEDIUM_WORDS: Readonly<Record<Medium, string>> = {
  email: "email",
  desktop: "desktop",
  apps: "other apps",
  mobile: "mobile",
};

/** What a clause about one channel may speak of. */
export interface Told {
  channel: Channel;
  medium: Medium;
  source: Source;
  topic: Pick<Topic, "name" | "audience" | "members" | "permission" | "role">;
  /** The record: "this deal", or "this". */
  it: string;
  origin: Origin;
  voice: Voice;
}

/** Why a channel did what it did, as a clause: no capital, no full stop, no term of ours. */
export function reasonWords(reason: Reason, told: Told): string {
  return REASONS[reason](told);
}

/** That the topic is on for the medium, and by whose word. */
export function onWords({ topic, medium, source, voice }: Told): string {
  const [name, tab] = [quoted(topic.name), MEDIUM_WORDS[medium]];
  return source === "required" ? `${name} is required on ${tab}` : `${name} is on for ${tab} ${byWords(source, voice)}`;
}

/** Whose word it was. */
export function byWords(source: Source, { their }: Voice): string {
  if (source.startsWith("profile:")) return `by the ${source.slice("profile:".length)} profile`;
  const words: Record<Exclude<Source, `profile:${string}`>, string> = {
    required: "because the company requires it",
    user: `by ${their} own choice`,
    account: "by company default",
    catalogue: "by default",
    event: "by the app that sent it",
    system: "by the notification center",
  };
  return words[source as keyof typeof words];
}

const REASONS: Record<Reason, (told: Told) => string> = {
  delivered: (told) => `delivered: ${onWords(told)}`,
  queued: (told) => `on its way: ${onWords(told)}`,
  retrying: () => "the first try failed, and it is being tried again",
  preference_off: ({ topic, medium, source, voice }) =>
    `${quoted(topic.name)} is off for ${MEDIUM_WORDS[medium]} ${byWords(source, voice)}`,
  channel_off: ({ channel, source, voice }) => `${CHANNEL_NAMES[channel]} is switched off ${byWords(source, voice)}`,
  channel_not_connected: ({ channel }) => `${CHANNEL_NAMES[channel]} is not connected`,
  medium_not_offered: ({ topic, medium }) => `${quoted(topic.name)} is not offered for ${MEDIUM_WORDS[medium]}`,
  missing_permission: ({ topic: { role, permission }, voice: { they, have } }) =>
    role && permission === null
      ? `it is only for ${ROLE_WORDS[role]}`
      : `it needs access that ${they} ${have} not been given`,
  no_access: ({ it, voice: { they } }) => `${they} may not see ${it}`,
  not_in_audience: ({ topic, voice: { they } }) =>
    topic.members === "main"
      ? `it only tells the main members of the team, and ${they} did not get it as one`
      : `it only tells ${listed(topic.audience)}, and ${they} did not get it as one`,
  condition_not_met: () => "the event did not meet the condition under which this is sent",
  own_action: ({ voice: { they } }) => (they === "you" ? "you did this yourself" : `${they} did this`),
  silent_origin: ({ origin }) => `it came from ${ORIGIN_WORDS[origin]}, which does not notify here`,
  withdrawn: () => "it was taken back before it was sent",
  merged: () => "it became part of another notification of the same kind",
  daily_cap: () => "the limit for this kind of email was reached that day",
  active_in_app: ({ voice: { they, were } }) => `${they} ${were} active in the app at that moment`,
  not_in_app: ({ channel, voice: { they, were } }) =>
    channel === "browser"
      ? "the app was open in no browser at that moment"
      : `${they} ${were} not active in the app at that moment`,
  delayed: () => "it waits for a moment and is sent later",
  in_digest: () => "it waits for the next summary",
  already_read: ({ voice: { they } }) => `${they} had read it before it was due`,
  quiet_hours: ({ channel, voice: { their } }) =>
    isOnScreen(channel) ? `it came in ${their} quiet hours` : `it waits until ${their} quiet hours end`,
  paused: ({ channel, voice: { their } }) =>
    isOnScreen(channel) ? `it came in ${their} pause` : `it waits until ${their} pause ends`,
  unknown_recipient: () => "nobody here goes by that name or address",
  inactive_user: ({ voice: { their } }) => `${their} account is not active`,
  address_suppressed: ({ voice: { their } }) => `${their} address refused earlier email, so none is sent to it`,
  endpoint_gone: () => "the device or address that it was meant for is gone",
  provider_rejected: () => "the service that delivers it refused it",
  attempts_exhausted: ({ source }) =>
    source === "event"
      ? "what it should say went over the limits of a template"
      : "it was tried several times and never got through",
  recalled: () => "the sender took it back",
  expired: () => "it was out of date before it could be sent",
};

const ORIGIN_WORDS: Record<Origin, string> = {
  ui: "somebody's work in the app",
  api: "another program",
  import: "an import",
  automation: "an automation",
};

const ROLE_WORDS = { member: "members", admin: "admins", super_admin: "super admins" } as const;

function quoted(name: string): string {
  return `“${name}”`;
}

/** `the owner or the follower`. */
function listed(relations: readonly string[]): string {
  if (relations.length === 0) return "somebody else";
  return relations.map((one) => `the ${one.replace(/[_-]+/g, " ")}`).join(" or ");
}
