import { createHash, ECDH } from "node:crypto";
import webPush from "web-push";
import type { z } from "zod";
import { pushMessage } from "@/lib/core/push-message";
import { PushSubscription } from "@/lib/core/push-subscription";
import type { SendResult } from "@/lib/core/send-result";
import type { Answer, Outgoing } from "@/lib/outgoing/outgoing";
import type { Message, OutsideChannel } from "../channel";
import { ADDRESS_REFUSED, type Meaning, NOT_CONFIGURED, posted } from "../posted";
import { endpointObjection } from "./endpoint";

/** What this installation signs with, so that push services know it again (RFC 8292). */
export interface VapidKeys {
  publicKey: string;
  privateKey: string;
  /** `mailto:` or `https:`: whom a service turns to. */
  subject: string;
}

interface Settings {
  vapid: VapidKeys;
  /** Of `ALLOW_PRIVATE_TARGETS`. */
  allowPrivate: boolean;
  outgoing: Pick<Outgoing, "post">;
  /** Hears that a service does not take our keys: nobody gets a push until somebody mends that (F25). */
  onKeysRefused(words: string): void;
}

/** How long a service keeps a push for a device that is off; seconds. */
const KEPT = 3 * 86_400;

/** Web push: to the devices that a person allowed it on, one connection each (R31, R40). */
export function createPush(settings: Settings): OutsideChannel {
  return {
    channel: "push",
    oneProvider: false,
    pace: { channel: 0, lane: 0 },
    batch: 1,
    keyMemory: 0,
    objection: (config) => endpointObjection(String(config.endpoint), settings.allowPrivate),
    send: ({ messages }) => Promise.all(messages.map((message) => sendOne(settings, message))),
  };
}

async function sendOne(settings: Settings, message: Message): Promise<SendResult> {
  const config = PushSubscription.safeParse(message.config);
  if (!config.success) return NOT_CONFIGURED;
  // Once more at each send: what was stored may be older than the list (S11).
  const why = endpointObjection(config.data.endpoint, settings.allowPrivate);
  if (why !== null) return { ...ADDRESS_REFUSED, words: why };
  if (!canEncryptFor(config.data)) return NOT_CONFIGURED;
  const answer = await post(settings, config.data, message, false);
  const tooLong = answer.kind === "answered" && answer.status === 413;
  const result = resultOf(tooLong ? await post(settings, config.data, message, true) : answer);
  if (result.status === 401 || result.status === 403) settings.onKeysRefused(`${result.status} ${result.words ?? ""}`);
  return result;
}

/** Whether the device's key is a point of its curve, and not only as long as one: else no try will ever do. */
function canEncryptFor({ keys }: z.infer<typeof PushSubscription>): boolean {
  try {
    ECDH.convertKey(keys.p256dh, "prime256v1", "base64url", "base64url", "uncompressed");
    return true;
  } catch {
    return false;
  }
}

function post(
  { vapid, outgoing }: Settings,
  { endpoint, keys }: z.infer<typeof PushSubscription>,
  { content, manner }: Message,
  short: boolean,
): Promise<Answer> {
  const { hidesText = false, urgency = "normal" } = manner ?? {};
  const { headers, body } = webPush.generateRequestDetails(
    { endpoint, keys },
    JSON.stringify(pushMessage(content, { hidesText, short })),
    {
      vapidDetails: vapid,
      TTL: KEPT,
      contentEncoding: "aes128gcm",
      urgency: URGENCY[urgency],
      topic: topicOf(content.notificationId),
    },
  );
  const said = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]);
  return outgoing.post(endpoint, body ?? Buffer.alloc(0), Object.fromEntries(said));
}

const URGENCY = { normal: "normal", high: "high", critical: "high" } as const;

/** What waits at the service about the same item is replaced; 32 characters at most (RFC 8030). */
function topicOf(notificationId: string): string {
  return createHash("sha256").update(notificationId).digest("base64url").slice(0, 32);
}

/** As `posted`, and why a service would not take a push, in a word that our screens know. */
function resultOf(answer: Answer): SendResult {
  const result = posted(answer, meaningOf);
  const detail = answer.kind === "answered" ? DETAILS[answer.status] : undefined;
  return detail === undefined || result.outcome !== "failed" ? result : { ...result, detail };
}

function meaningOf(status: number): Meaning {
  if (status === 404 || status === 410) return "gone";
  return status === 429 || status >= 500 ? "later" : "rejected";
}

const DETAILS: Readonly<Record<number, string>> = { 401: "keys_refused", 403: "keys_refused", 413: "too_long" };
