import { createHash } from "node:crypto";
import webPush from "web-push";
import type { z } from "zod";
import { pushMessage } from "@/lib/core/push-message";
import { PushSubscription } from "@/lib/core/push-subscription";
import type { SendResult } from "@/lib/core/send-result";
import type { Answer, Outgoing } from "@/lib/outgoing";
import type { Message, OutsideChannel } from "../channel";
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
  if (!config.success) return refused("not_configured");
  // Once more at each send: what was stored may be older than the list (S11).
  const why = endpointObjection(config.data.endpoint, settings.allowPrivate);
  if (why !== null) return { ...refused("address_refused"), words: why };
  const answer = await post(settings, config.data, message, false);
  const tooLong = answer.kind === "answered" && answer.status === 413;
  const result = resultOf(tooLong ? await post(settings, config.data, message, true) : answer);
  if (result.status === 401 || result.status === 403) settings.onKeysRefused(`${result.status} ${result.words ?? ""}`);
  return result;
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

function resultOf(answer: Answer): SendResult {
  if (answer.kind === "refused") return { ...refused("address_refused"), words: answer.why };
  if (answer.kind === "failed") return { outcome: "retry", ambiguous: answer.sent, words: answer.why };
  const { status, words, retryAfter } = answer;
  if (status >= 200 && status < 300) return { outcome: "sent", status, words };
  if (status === 404 || status === 410) return { outcome: "failed", reason: "endpoint_gone", status, words };
  if (status === 429 || status >= 500)
    return { outcome: "retry", ambiguous: status >= 500, status, words, ...(retryAfter && { retryAfter }) };
  return { ...refused(DETAILS[status] ?? null), status, words };
}

const DETAILS: Readonly<Record<number, string>> = { 401: "keys_refused", 403: "keys_refused", 413: "too_long" };

function refused(detail: string | null) {
  return { outcome: "failed", reason: "provider_rejected", ...(detail && { detail }) } as const;
}
