import { z } from "zod";
import { listReaders } from "@/db/queries/broadcast-people";
import type { ReaderView } from "@/lib/core/broadcast-reader";
import { recordAudit } from "../audit/record";
import type { Context } from "../context";
import { reportIfLarge } from "../transfers/report-if-large";
import { csv } from "../transfers/write-csv";
import { Download, userVerb } from "../use-case";
import { readerView } from "./list-readers";
import { mayBroadcast, ownBroadcast } from "./may-broadcast";

const AT_ONCE = 1000;
const HEAD = ["user", "name", "email", "notified", "reason", "read_at", "acknowledged_at"];

/**
 * All that `listReaders` would show, as the lines of a CSV file; read while they are taken, a thousand people at a time.
 * A large one is reported as any export is (R82).
 */
export const exportReaders = userVerb({
  input: z.strictObject({ id: z.string().max(100) }),
  may: mayBroadcast,
  async run(ctx, { id }): Promise<Download> {
    const { workspaceId, actor } = ctx;
    const { eventId, decided } = await ownBroadcast(ctx, id);
    const fileName = `${id}.csv`;
    await ctx.db.transact(async (tx) => {
      await recordAudit(tx, ctx, { action: "broadcast.export", target: id, after: { people: decided } });
      await reportIfLarge(tx, ctx, { id, workspaceId, userId: actor.id, fileName, rows: decided });
    });
    const parts = partsOf(ctx, { event: eventId, broadcast: id });
    return new Download(fileName, "text/csv; charset=utf-8; header=present", parts);
  },
});

async function* partsOf({ db, workspaceId }: Context, of: { event: string; broadcast: string }) {
  yield csv([HEAD]);
  for (let after: string | undefined = ""; after !== undefined; ) {
    const rows = await listReaders(db.read, { workspaceId, ...of }, { show: "all", after, limit: AT_ONCE });
    yield csv(rows.map((row) => cellsOf(readerView(row))));
    after = rows.length < AT_ONCE ? undefined : rows.at(-1)?.userId;
  }
}

function cellsOf({ user, name, email, missed, read_at, acknowledged_at }: ReaderView): string[] {
  const cells = [user, name, email, missed === null ? "yes" : "no", missed, read_at, acknowledged_at];
  return cells.map((cell) => cell ?? "");
}
