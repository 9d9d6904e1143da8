import { z } from "zod";
import { lastAttempts, listDeadLetters as listRows } from "@/db/queries/dead-letters";
import type { DeliveryRow } from "@/db/queries/deliveries";
import { everyTopic } from "../catalogue/known-topics";
import { needRole } from "../context";
import { openCursor, page } from "../cursor";
import { Paging } from "../paging";
import { verb } from "../use-case";
import { DeadLetterFilter } from "./change-dead-letters";
import { viewDeadLetter } from "./dead-letter-view";

/** What could not be delivered and is tried no more, newest first, with what the provider said last (C22). */
export const listDeadLetters = verb({
  input: z.strictObject({ ...Paging, ...DeadLetterFilter.shape }),
  may: needRole("admin"),
  async run(ctx, { limit, cursor, channel, reason }) {
    const { db, workspaceId } = ctx;
    const before = openCursor(ctx, "dead-letters", cursor);
    const rows = await listRows(db.read, workspaceId, { channel, reason }, { before, limit: limit + 1 });
    const tries = await lastAttempts(
      db.read,
      rows.map(({ id }) => id),
    );
    const topics = await everyTopic(db, workspaceId);
    const view = (row: DeliveryRow) => viewDeadLetter(row, tries.get(row.id), topics);
    return page(ctx, "dead-letters", rows, { limit, position: (row) => row.id, view });
  },
});
