import { randomBytes } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { z } from "zod";
import type { SendResult } from "@/lib/core/send-result";
import type { Outgoing } from "@/lib/outgoing/outgoing";
import type { Message, OutsideChannel } from "./channel";
import { NOT_CONFIGURED, posted } from "./posted";

/** `secrets`, newest first: while one is replaced by another, both sign, until the older one `retires` (S24). */
const WebhookConfig = z.strictObject({
  url: z.string().max(2048),
  secrets: z
    .array(z.string().regex(/^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/))
    .min(1)
    .max(2),
  retires: z.iso.datetime().optional(),
});

/** A person's own address, as Standard Webhooks has it. `now` is of the signature. */
export function createWebhook(outgoing: Pick<Outgoing, "post" | "objection">, now: () => Date): OutsideChannel {
  return {
    channel: "webhook",
    oneProvider: false,
    pace: { channel: 0, lane: 0 },
    batch: 1,
    // The receiver knows `webhook-id` again, however late.
    keyMemory: Number.POSITIVE_INFINITY,
    newSecret: newWebhookSecret,
    objection: ({ url }) => outgoing.objection(String(url)),
    async connect({ address }) {
      const objection = outgoing.objection(address);
      if (objection !== null) return { objection };
      const secret = newWebhookSecret();
      return { label: new URL(address).hostname, config: { url: address, secrets: [secret] }, secret };
    },
    send: ({ messages }) => Promise.all(messages.map((message) => sendOne(outgoing, message, now()))),
  };
}

/** What a receiver verifies our signatures with: 32 random bytes, as Standard Webhooks writes them. */
function newWebhookSecret(): string {
  return `whsec_${randomBytes(32).toString("base64")}`;
}

async function sendOne(outgoing: Pick<Outgoing, "post">, message: Message, at: Date): Promise<SendResult> {
  const config = WebhookConfig.safeParse(message.config);
  if (!config.success) return NOT_CONFIGURED;
  const { url, secrets, retires } = config.data;
  const valid = retires !== undefined && at >= new Date(retires) ? secrets.slice(0, 1) : secrets;
  const body = bodyOf(message);
  return posted(
    await outgoing.post(url, body, {
      "content-type": "application/json",
      "user-agent": "Belfry",
      "webhook-id": message.key,
      "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
      "webhook-signature": valid.map((secret) => new Webhook(secret).sign(message.key, at, body)).join(" "),
    }),
    (status) => (status === 410 ? "gone" : "later"),
  );
}

function bodyOf({ content: { at, title, body, url, topic, actor, recipient } }: Message): string {
  const data = { title, body, url, topic: topic.key, actor, user: recipient.id };
  return JSON.stringify({ type: "notification", timestamp: at, data });
}
