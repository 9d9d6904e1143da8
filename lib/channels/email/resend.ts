import { type ErrorResponse, Resend } from "resend";
import type { SendResult } from "@/lib/core/send-result";
import type { Mail, Transport } from "./transport";

/** Two calls a second for a whole team by default; a little less, so that a crowded machine does not bunch them (F21). */
const PACE = 550;
const BATCH = 100;
const DAY = 86_400_000;

/** Resend by its official SDK: keyed for a day, up to 100 mails a call. */
export function createResend({ apiKey, baseUrl }: { apiKey: string; baseUrl?: string }): Transport {
  const resend = new Resend(apiKey, baseUrl === undefined ? {} : { baseUrl });
  return {
    pace: { channel: PACE, lane: 0 },
    batch: BATCH,
    keyMemory: DAY,
    async send(mails, { key, signal }) {
      const call = { idempotencyKey: key, signal };
      if (mails.length === 1) {
        const { data, error, headers } = await resend.emails.send(bodyOf(mails[0]!), call);
        return [error ? resultOf(error, headers) : taken(data?.id)];
      }
      const answer = await resend.batch.send(mails.map(bodyOf), { ...call, batchValidation: "permissive" });
      if (answer.error) return mails.map(() => resultOf(answer.error, answer.headers));
      return shareOut(mails, answer.data);
    },
  };
}

function bodyOf({ from, to, subject, text, html, headers }: Mail) {
  return { from, to: [to], subject, text, html, headers };
}

/** With permissive validation the ids are those of the mails that have no error, in order. */
function shareOut(mails: readonly Mail[], answer: BatchAnswer): SendResult[] {
  const faults = new Map((answer?.errors ?? []).map(({ index, message }) => [index, message]));
  const ids = answer?.data ?? [];
  // A batch is tried again whole, under its key: it must not be half known.
  if (ids.length + faults.size !== mails.length) return mails.map(() => taken(undefined));
  const named = ids.values();
  return mails.map((_, index) => {
    const fault = faults.get(index);
    if (fault !== undefined) return { outcome: "failed", reason: "provider_rejected", status: 422, words: fault };
    return taken(named.next().value?.id);
  });
}

type BatchAnswer = { data?: { id?: string }[]; errors?: { index: number; message: string }[] } | null;

/** An answer that says yes without naming the mail is no answer. */
function taken(id: unknown): SendResult {
  if (typeof id === "string" && id !== "") return { outcome: "sent", providerId: id, status: 200 };
  return { outcome: "retry", ambiguous: true, words: "The answer names no mail." };
}

function resultOf(error: ErrorResponse, headers: Record<string, string> | null): SendResult {
  const status = error.statusCode ?? undefined;
  const told = { ...(status !== undefined && { status }), words: `${error.name}: ${error.message}` };
  const retryAfter = headers?.["retry-after"];
  // The key is known with other words: what we sent first was taken, and must not be sent twice.
  if (error.name === "invalid_idempotent_request") return { outcome: "sent", ...told };
  if (status === 400 || status === 422) return { outcome: "failed", reason: "provider_rejected", ...told };
  // Keys, domains and quotas are ours to mend, and mend every mail that waits.
  const heard = status !== undefined && status < 500 && status !== 409;
  return { outcome: "retry", ambiguous: !heard, ...(retryAfter && { retryAfter }), ...told };
}
