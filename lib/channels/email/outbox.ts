import type { Mail, Transport } from "./transport";

/** Mails by key: what has been kept under a key is not kept again. */
export type KeepMails = (mails: readonly Mail[]) => Promise<void>;

/** With no provider configured, mail is kept in the database, where super admins read it. */
export function createOutbox(keep: KeepMails): Transport {
  return {
    pace: { channel: 0, lane: 0 },
    batch: 10,
    keyMemory: Number.POSITIVE_INFINITY,
    async send(mails) {
      await keep(mails);
      return mails.map(({ key }) => ({ outcome: "sent", providerId: key, words: KEPT }));
    },
  };
}

const KEPT = "Kept in the local outbox: no mail provider is configured, so nobody gets it.";
