import type { Database } from "@/db/database";
import { keepMails as insertMails } from "@/db/queries/outbox";
import type { KeepMails } from "@/lib/channels/email/outbox";
import type { newId as makeId } from "@/lib/ids";

/** Where mail goes while no provider is configured: into the database, each key once. */
export function keepMailsIn({ db, now, newId }: { db: Database; now(): Date; newId: typeof makeId }): KeepMails {
  return async (mails) => {
    const createdAt = now();
    await db.transact((tx) =>
      insertMails(
        tx,
        mails.map((mail) => ({ ...mail, id: newId("out"), createdAt })),
      ),
    );
  };
}
