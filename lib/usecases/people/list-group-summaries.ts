import { z } from "zod";
import { countGroups } from "@/db/queries/people";
import type { GroupSummary } from "@/lib/core/person-view";
import { needRole } from "../context";
import { verb } from "../use-case";
import { filterOf } from "./list-people";

/** The groups with how many people are in each; for admins those that they manage (R90). */
export const listGroupSummaries = verb({
  input: z.strictObject({}),
  may: needRole("admin"),
  async run(ctx): Promise<GroupSummary[]> {
    return countGroups(ctx.db.read, ctx.workspaceId, filterOf(ctx, {}).managedBy);
  },
});
