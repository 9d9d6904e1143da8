import type { Channel } from "@/lib/core/channel";
import type { Outgoing } from "@/lib/outgoing/outgoing";
import type { OutsideChannel } from "./channel";
import { createEmail } from "./email/email";
import { createOutbox, type KeepMails } from "./email/outbox";
import { createResend } from "./email/resend";
import { createSmtp } from "./email/smtp";
import type { Transport } from "./email/transport";
import { createPush, type VapidKeys } from "./push/push";
import { createSlack, type SlackSettings } from "./slack/slack";
import { createTeams } from "./teams/teams";
import { createWebhook } from "./webhook";

/** The outside channels of this installation, by name. */
export type Channels = ReadonlyMap<Channel, OutsideChannel>;

export interface ChannelSettings {
  from: string;
  publicUrl: string;
  resend?: { apiKey: string; baseUrl?: string };
  smtpUrl?: string;
  keepMails: KeepMails;
  outgoing: Outgoing;
  slack: Omit<SlackSettings, "publicUrl">;
  push: { vapid: VapidKeys; allowPrivate: boolean; onKeysRefused(words: string): void };
  now(): Date;
}

/** Makes the channels by these settings. Email goes by Resend, else by a mail server, else into the outbox. */
export function createChannels(settings: ChannelSettings): Channels {
  const { outgoing, now, push, slack, publicUrl } = settings;
  const all = [
    createEmail(transportOf(settings), settings),
    createSlack({ ...slack, publicUrl }),
    createTeams({ publicUrl, outgoing }),
    createWebhook(outgoing, now),
    createPush({ ...push, outgoing }),
  ];
  return new Map(all.map((one) => [one.channel, one]));
}

function transportOf({ resend, smtpUrl, keepMails }: ChannelSettings): Transport {
  if (resend) return createResend(resend);
  return smtpUrl === undefined ? createOutbox(keepMails) : createSmtp(smtpUrl);
}
