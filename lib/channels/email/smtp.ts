import { createTransport } from "nodemailer";
import type { SendResult } from "@/lib/core/send-result";
import type { Mail, Transport } from "./transport";

const PATIENCE = 15_000;
const CONNECTIONS = 4;

/** Any mail server by `SMTP_URL`. It knows no keys: a mail whose acknowledgement was lost may arrive twice, as one id. */
export function createSmtp(url: string): Transport {
  const server = createTransport(url, {});
  const pool = createTransport({
    ...(server.options as object),
    pool: true,
    maxConnections: CONNECTIONS,
    disableFileAccess: true,
    disableUrlAccess: true,
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
  });
  return {
    pace: { channel: 0, lane: 0 },
    batch: 1,
    keyMemory: 0,
    send: (mails) => Promise.all(mails.map((mail) => sendOne(pool, mail))),
  };
}

async function sendOne(pool: ReturnType<typeof createTransport>, mail: Mail): Promise<SendResult> {
  const { key, from, to, subject, text, html, headers } = mail;
  const domain = from.split("@").at(-1)?.replace(/>$/, "") || "localhost";
  try {
    // One id whatever happens: mailboxes show a second copy of it once.
    const sent = await pool.sendMail({ from, to, subject, text, html, headers, messageId: `<${key}@${domain}>` });
    return { outcome: "sent", providerId: sent.messageId, words: String(sent.response ?? "") };
  } catch (error) {
    return resultOf(error as SmtpError);
  }
}

interface SmtpError extends Error {
  code?: string;
  /** The reply's, where there was one. */
  responseCode?: number;
  /** What was answered, such as `RCPT TO`. */
  command?: string;
  /** Of Node's: `connect` when nobody was reached. */
  syscall?: string;
}

function resultOf({ code, responseCode: status, command, syscall, message }: SmtpError): SendResult {
  const told = { ...(status !== undefined && { status }), words: message };
  // Only what the server says of this recipient or this text is final: the rest is ours, or its own, to mend.
  const final = status !== undefined && status >= 500 && /^(RCPT|DATA)/.test(command ?? "");
  if (final) return { outcome: "failed", reason: "provider_rejected", ...told };
  // Cut off at any point, the server may have taken the text: nobody tells how far it got.
  const unreached = syscall === "connect" || code === "EDNS" || code === "ETLS";
  return { outcome: "retry", ambiguous: status === undefined && !unreached, ...told };
}
