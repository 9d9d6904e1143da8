import type { SendResult } from "@/lib/core/send-result";
import type { Message, OutsideChannel } from "../channel";
import { renderMail } from "./render";
import type { Mail, Transport } from "./transport";

/** E-mail, by whatever transport is configured. `from` is `EMAIL_FROM`; `publicUrl` is where links lead. */
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
      const made = messages.map((message) => mailOf(message, from, publicUrl));
      const mails = made.filter((mail) => mail !== null);
      const results = mails.length > 0 ? (await transport.send(mails, { key, signal })).values() : [].values();
      return made.map((mail): SendResult => (mail ? (results.next().value ?? UNTOLD) : NOT_AN_ADDRESS));
    },
  };
}

const NOT_AN_ADDRESS: SendResult = { outcome: "failed", reason: "provider_rejected", detail: "not_an_address" };
const UNTOLD: SendResult = { outcome: "retry", ambiguous: true, words: "The provider did not say what became of it." };

/** Null when the address could name a second recipient or carry a header of its own (S13). */
function mailOf({ workspaceId, key, destination, content }: Message, from: string, publicUrl: string): Mail | null {
  if (!/^[^\s\p{Cc}<>(),;:"\\[\]@]+@[^\s\p{Cc}<>(),;:"\\[\]@]+$/u.test(destination)) return null;
  return { workspaceId, key, from, to: destination, headers: {}, ...renderMail(content, publicUrl) };
}
