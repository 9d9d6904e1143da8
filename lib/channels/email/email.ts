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
      const made: (Mail | null)[] = [];
      for (const message of messages) made.push(await drawnInTurn(() => mailOf(message, from, publicUrl)));
      const mails = made.filter((mail) => mail !== null);
      const results = mails.length > 0 ? (await transport.send(mails, { key, signal })).values() : [].values();
      return made.map((mail): SendResult => (mail ? (results.next().value ?? UNTOLD) : NOT_AN_ADDRESS));
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

/** Null when the address could name a second recipient or carry a header of its own (S13). */
async function mailOf(message: Message, from: string, publicUrl: string): Promise<Mail | null> {
  const { workspaceId, key, destination, content } = message;
  if (!/^[^\s\p{Cc}<>(),;:"\\[\]@]+@[^\s\p{Cc}<>(),;:"\\[\]@]+$/u.test(destination)) return null;
  return { workspaceId, key, from, to: destination, ...(await render(content, publicUrl)) };
}

function render(content: DeliveryContent, publicUrl: string): Promise<RenderedMail> {
  const { workspace, recipient, unsubscribe, digest } = content;
  const frame = { publicUrl, workspace, recipient, unsubscribe };
  if (digest) return renderEmail("digest", { ...frame, ...digest });
  const { notificationId: id, title, body, url, record, origin, topic, at, broadcast } = content;
  const item = { id, title, body, url, record, origin, topic, at };
  return broadcast
    ? renderEmail("broadcast", { ...frame, item, ...broadcast })
    : renderEmail("notification", { ...frame, item });
}
