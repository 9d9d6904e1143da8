import { z } from "zod";
import { countGroups } from "@/db/queries/people";
import { foldText } from "@/lib/core/fold-text";
import { searchWords } from "@/lib/core/inbox-query";
import type { GroupSummary } from "@/lib/core/person-view";
import { needRole } from "../context";
import { verb } from "../use-case";

/** Among more, the search is the way. */
const SHOWN = 200;

/** Groups by name with how many are in each, the first 200; `total`: how many were found. */
export const searchGroups = verb({
  input: z.strictObject({ search: z.string().max(200).optional() }),
  may: needRole("super_admin"),
  async run({ db, workspaceId }, { search }): Promise<{ rows: GroupSummary[]; total: number }> {
    const words = searchWords(search);
    const all = await countGroups(db.read, workspaceId);
    const found = all.filter(({ id, name }) => words.every((word) => foldText(`${name} ${id}`).includes(word)));
    return { rows: found.slice(0, SHOWN), total: found.length };
  },
});
