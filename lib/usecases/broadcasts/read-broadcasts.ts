import { z } from "zod";
import { countReaders } from "@/db/queries/broadcast-people";
import { type BroadcastRow, listBroadcasts as list } from "@/db/queries/broadcasts";
import { countDeadLetters } from "@/db/queries/dead-letters";
import type { BroadcastDetail, BroadcastView } from "@/lib/core/broadcast-view";
import type { Context } from "../context";
import { openCursor, page } from "../cursor";
import { Paging } from "../paging";
import { verb } from "../use-case";
import { eventsOf } from "./broadcast-event";
import { broadcastView } from "./broadcast-view";
import { makerOf, mayBroadcast, ownBroadcast } from "./may-broadcast";

/** One broadcast with how far it is, and what people did with it. */
export const getBroadcast = verb({
  input: z.strictObject({ id: z.string() }),
  may: mayBroadcast,
  run: readBroadcast,
});

/** As `getBroadcast`, for an act that answers with what became of it. */
export async function readBroadcast(ctx: Context, { id }: { id: string }): Promise<BroadcastDetail> {
  const row = await ownBroadcast(ctx, id);
  return detailOf(row, await readersOf(ctx, row), ctx.now);
}

type Readers = Pick<BroadcastDetail, "read" | "acknowledged" | "failed">;

/** What people did with it, and how many it did not reach. */
export async function readersOf({ db, workspaceId }: Context, row: BroadcastRow): Promise<Readers> {
  const [{ read, acknowledged }, failed] = await Promise.all([
    countReaders(db.read, row.eventId, row.id),
    countDeadLetters(db.read, workspaceId, { events: eventsOf(row) }),
  ]);
  return { read: read + row.readBefore, acknowledged, failed };
}

/** What `GET /broadcasts/{id}` answers. */
export function detailOf(row: BroadcastRow, readers: Readers, now: Date): BroadcastDetail {
  return { ...broadcastView(row, now), ...readers };
}

/** The broadcasts that the caller may see, newest first. */
export const listBroadcasts = verb({
  input: z.strictObject(Paging),
  may: mayBroadcast,
  async run(ctx, { limit, cursor }): Promise<{ data: BroadcastView[]; next_cursor: string | null }> {
    const before = openCursor(ctx, "broadcasts", cursor);
    const rows = await list(ctx.db.read, ctx.workspaceId, { makerId: makerOf(ctx), before, limit: limit + 1 });
    return page(ctx, "broadcasts", rows, {
      limit,
      position: (row) => row.id,
      view: (row) => broadcastView(row, ctx.now),
    });
  },
});
