import { z } from "zod";
import { lastAttempts, listDeadLetters as listRows } from "@/db/queries/dead-letters";
import type { AttemptRow, DeliveryRow } from "@/db/queries/deliveries";
import { CHANNELS, REASONS } from "@/lib/core/channel";
import { needRole } from "../context";
import { openCursor, page } from "../cursor";
import { Paging } from "../paging";
import { verb } from "../use-case";

/** What could not be delivered and is tried no more, newest first, with what the provider said last (C22). */
export const listDeadLetters = verb({
  input: z.strictObject({ ...Paging, channel: z.enum(CHANNELS).optional(), reason: z.enum(REASONS).optional() }),
  may: needRole("admin"),
  async run(ctx, { limit, cursor, channel, reason }) {
    const { db, workspaceId } = ctx;
    const before = openCursor(ctx, "dead-letters", cursor);
    const rows = await listRows(db.read, workspaceId, { channel, reason }, { before, limit: limit + 1 });
    const tries = await lastAttempts(
      db.read,
      rows.map(({ id }) => id),
    );
    const view = (row: DeliveryRow) => viewDeadLetter(row, tries.get(row.id));
    return page(ctx, "dead-letters", rows, { limit, position: (row) => row.id, view });
  },
});

function viewDeadLetter(row: DeliveryRow, last: AttemptRow | undefined) {
  const { id, userId, eventId, notificationId, topic, channel, destination, reason, detail, attempts } = row;
  return {
    ...{ id, user: userId, event_id: eventId, notification_id: notificationId, topic, channel, destination },
    ...{ reason, detail, attempts, title: row.content?.title ?? null },
    ...{ created_at: row.createdAt.toISOString(), ended_at: row.endedAt?.toISOString() ?? null },
    last: last ? { status: last.status, words: last.words, ambiguous: last.ambiguous } : null,
  };
}
