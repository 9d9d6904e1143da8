import { z } from "zod";
import { listAuditAfter } from "@/db/queries/audit";
import type { ChainCheck } from "@/lib/core/audit-view";
import { needRole } from "../context";
import { verb } from "../use-case";
import { CHAIN_START, firstBrokenEntry } from "./chain";

/** Entries that one call checks, so that none takes long. */
const AT_ONCE = 2000;

/** Whether the next entries after `after` are as they were written, and hang on those before (S27). */
export const checkChain = verb({
  input: z.strictObject({ after: z.int().min(0).default(0) }),
  may: needRole("super_admin"),
  async run({ db, workspaceId }, { after }): Promise<ChainCheck> {
    const rows = await listAuditAfter(db.read, workspaceId, Math.max(0, after - 1), AT_ONCE + 1);
    // The last that was checked comes again, for its hash.
    const start = after === 0 ? CHAIN_START : rows[0];
    const next = after === 0 ? rows.slice(0, AT_ONCE) : rows.slice(1);
    if (!start) return { checked: after, broken: after, isOver: true };
    const broken = firstBrokenEntry(next, start) ?? null;
    const checked = after + next.length;
    return { checked, broken, isOver: broken !== null || next.length < AT_ONCE };
  },
});
