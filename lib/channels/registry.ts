import type { Channel } from "@/lib/core/channel";
import type { Outgoing } from "@/lib/outgoing";
import type { OutsideChannel } from "./channel";
import { createEmail } from "./email/email";
import { createOutbox, type KeepMails } from "./email/outbox";
import { createResend } from "./email/resend";
import { createSmtp } from "./email/smtp";
import type { Transport } from "./email/transport";
import { createPush, type VapidKeys } from "./push/push";
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
  push: { vapid: VapidKeys; allowPrivate: boolean; onKeysRefused(words: string): void };
  now(): Date;
}

export function createChannels(settings: ChannelSettings): Channels {
  const { outgoing, now, push } = settings;
  const all = [
    createEmail(transportOf(settings), settings),
    createWebhook(outgoing, now),
    createPush({ ...push, outgoing }),
  ];
  return new Map(all.map((one) => [one.channel, one]));
}

function transportOf({ resend, smtpUrl, keepMails }: ChannelSettings): Transport {
  if (resend) return createResend(resend);
  return smtpUrl === undefined ? createOutbox(keepMails) : createSmtp(smtpUrl);
}
