import { z } from "zod";
import { deleteImport, deleteWaitingRows, holdImport, updateImport } from "@/db/queries/imports";
import { AppError } from "@/lib/app-error";
import { recordAudit } from "../audit/record";
import { needRole } from "../context";
import { oneAtATime } from "../one-at-a-time";
import { userVerb } from "../use-case";
import { ownImport } from "./own-import";

/** Has the worker bring in the rows of a checked file that have no faults. Once: a second press changes nothing. */
export const startImport = userVerb({
  input: z.strictObject({ id: z.string() }),
  may: needRole("super_admin"),
  async run(ctx, { id }): Promise<void> {
    await oneAtATime(ctx, async (tx) => {
      const { startedAt, rows, faulty, fileName } = await ownImport(tx, ctx, id);
      if (startedAt) return;
      if (faulty === rows) throw new AppError("conflict", "Every row has a fault: there is nothing to bring in.");
      await updateImport(tx, id, { startedAt: ctx.now });
      await recordAudit(tx, ctx, {
        action: "import.start",
        target: id,
        after: { file: fileName, rows: rows - faulty },
      });
    });
    ctx.wake();
  },
});

/**
 * Stops an import on its way, between two portions of rows: what was brought in stays, and the rows that were not are
 * forgotten. Throws `conflict` where it does not run.
 */
export const stopImport = userVerb({
  input: z.strictObject({ id: z.string() }),
  may: needRole("super_admin"),
  async run(ctx, { id }): Promise<void> {
    await oneAtATime(ctx, async (tx) => {
      await ownImport(tx, ctx, id);
      // Locked as the worker does: its portion is through then, or it finds nothing to go on with.
      const job = await holdImport(tx, id);
      if (!job) throw new AppError("conflict", "This import is not under way. What it brought in stays.");
      const { rows, faulty, done, created, updated, refused } = job;
      await updateImport(tx, id, { endedAt: ctx.now, stoppedAt: ctx.now });
      await deleteWaitingRows(tx, id);
      const after = { created, updated, refused, left: rows - faulty - done };
      await recordAudit(tx, ctx, { action: "import.stop", target: id, after });
    });
  },
});

/** Forgets a file that was looked at and is not wanted. */
export const discardImport = userVerb({
  input: z.strictObject({ id: z.string() }),
  may: needRole("super_admin"),
  async run(ctx, { id }): Promise<void> {
    await oneAtATime(ctx, async (tx) => {
      const { startedAt } = await ownImport(tx, ctx, id);
      if (startedAt) throw new AppError("conflict", "This import has begun. What it brought in stays.");
      await deleteImport(tx, id);
    });
  },
});
