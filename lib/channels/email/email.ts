import type { DeliveryContent } from "@/lib/core/delivery-state";
import type { RenderedMail } from "@/lib/core/mail";
import type { SendResult } from "@/lib/core/send-result";
import type { Message, OutsideChannel } from "../channel";
import { renderEmail } from "./render-email";
import type { Mail, Transport } from "./transport";

/** Email, by whatever transport is configured. `from` is `EMAIL_FROM`; `publicUrl` is where links lead. */
export function createEmail(
  transport: Transport,
  { from, publicUrl }: { from: string; publicUrl: string },
): OutsideChannel {
  const { pace, batch, keyMemory } = transport;
  return {
    channel: "email",
    oneProvider: true,
    pace,
    batch,
    keyMemory,
    async send({ messages, key, signal }) {
      const made: (Mail | SendResult)[] = [];
      for (const message of messages) made.push(await drawnInTurn(() => mailOf(message, from, publicUrl)));
      const mails = made.filter((one): one is Mail => !("outcome" in one));
      const results = mails.length > 0 ? (await transport.send(mails, { key, signal })).values() : [].values();
      return made.map((one) => ("outcome" in one ? one : (results.next().value ?? UNTOLD)));
    },
  };
}

const NOT_AN_ADDRESS: SendResult = { outcome: "failed", reason: "provider_rejected", detail: "not_an_address" };
const UNTOLD: SendResult = { outcome: "retry", ambiguous: true, words: "The provider did not say what became of it." };

let lastTurn: Promise<unknown> = Promise.resolve();

/** A mail takes milliseconds to draw: one at a time, whatever calls are in hand, and requests go between two (F40). */
function drawnInTurn<T>(draw: () => Promise<T>): Promise<T> {
  const drawn = lastTurn.then(draw);
  const rest = () => new Promise(setImmediate);
  lastTurn = drawn.then(rest, rest);
  return drawn;
}

/**
 * The mail; or how it ends where there is none: its address could name a second recipient or carry a header of its own
 * (S13), or it cannot be drawn, which must not keep the others of its batch from leaving.
 */
async function mailOf(message: Message, from: string, publicUrl: string): Promise<Mail | SendResult> {
  const { workspaceId, key, destination, content } = message;
  if (!/^[^\s\p{Cc}<>(),;:"\\[\]@]+@[^\s\p{Cc}<>(),;:"\\[\]@]+$/u.test(destination)) return NOT_AN_ADDRESS;
  try {
    return { workspaceId, key, from, to: destination, ...(await render(content, publicUrl)) };
  } catch (error) {
    return { outcome: "failed", reason: "provider_rejected", detail: "not_drawn", words: String(error) };
  }
}

function render(content: DeliveryContent, publicUrl: string): Promise<RenderedMail> {
  const { workspace, recipient, unsubscribe, digest } = content;
  const frame = { publicUrl, workspace, recipient, unsubscribe };
  if (digest) return renderEmail("digest", { ...frame, ...digest });
  const { notificationId: id, title, body, url, record, origin, topic, at, broadcast, merged } = content;
  const item = { id, title, body, url, record, origin, topic, at };
  if (merged) return renderEmail("merged", { ...frame, ...merged, item: { ...item, body: merged.body } });
  return broadcast
    ? renderEmail("broadcast", { ...frame, item, ...broadcast })
    : renderEmail("notification", { ...frame, item });
}
