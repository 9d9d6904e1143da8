import { z } from "zod";
import { listReaders as list } from "@/db/queries/broadcast-people";
import { READERS, type ReaderView } from "@/lib/core/broadcast-reader";
import { whyNot } from "@/lib/core/why-not";
import { openCursor, page } from "../cursor";
import { Paging } from "../paging";
import { verb } from "../use-case";
import { mayBroadcast, ownBroadcast } from "./may-broadcast";

/** Who got a broadcast and what they did, and who did not get it and why; by id. */
export const listReaders = verb({
  input: z.strictObject({ ...Paging, id: z.string().max(100), show: z.enum(READERS).default("all") }),
  may: mayBroadcast,
  async run(ctx, { id, show, limit, cursor }) {
    const { eventId } = await ownBroadcast(ctx, id);
    const name = `readers of ${id}, ${show}`;
    const after = openCursor(ctx, name, cursor) ?? "";
    const of = { workspaceId: ctx.workspaceId, event: eventId, broadcast: id };
    const rows = await list(ctx.db.read, of, { show, after, limit: limit + 1 });
    return page(ctx, name, rows, { limit, position: ({ userId }) => userId, view: readerView });
  },
});

/** A row as people see it. */
export function readerView(row: Awaited<ReturnType<typeof list>>[number]): ReaderView {
  const { userId, name, email, notificationId, channels, readAt, acknowledgedAt } = row;
  return {
    user: userId,
    name,
    email,
    missed: notificationId === null ? whyNot(channels) : null,
    read_at: readAt?.toISOString() ?? null,
    acknowledged_at: acknowledgedAt?.toISOString() ?? null,
  };
}
