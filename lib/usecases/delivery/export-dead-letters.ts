import { lastAttempts, listDeadLetters } from "@/db/queries/dead-letters";
import { recordAudit } from "../audit/record";
import { everyTopic } from "../catalogue/known-topics";
import { needRole } from "../context";
import { verb } from "../use-case";
import { DeadLetterFilter } from "./change-dead-letters";
import { viewDeadLetter } from "./dead-letter-view";

/** How many one query reads, and how many there are in one file: it is made in memory. */
const A_PORTION = 500;
const MOST = 20_000;

/** The dead letters that a filter finds, newest first, as one file of JSON (C22). `more`: it holds the newest alone. */
export const exportDeadLetters = verb({
  input: DeadLetterFilter,
  may: needRole("admin"),
  async run(ctx, filter) {
    const { db, workspaceId, now } = ctx;
    const topics = await everyTopic(db, workspaceId);
    const letters: ReturnType<typeof viewDeadLetter>[] = [];
    for (let before: string | undefined, more = true; more && letters.length < MOST; ) {
      const rows = await listDeadLetters(db.read, workspaceId, filter, { before, limit: A_PORTION });
      const ids = rows.map(({ id }) => id);
      const tries = await lastAttempts(db.read, ids);
      letters.push(...rows.map((row) => viewDeadLetter(row, tries.get(row.id), topics)));
      before = ids.at(-1);
      more = rows.length === A_PORTION;
    }
    const after = { count: letters.length };
    await db.transact((tx) => recordAudit(tx, ctx, { action: "delivery.export", target: "dead letters", after }));
    return { exported_at: now.toISOString(), more: letters.length >= MOST, dead_letters: letters };
  },
});
