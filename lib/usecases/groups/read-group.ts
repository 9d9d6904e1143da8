import { z } from "zod";
import { findGroup } from "@/db/queries/groups";
import { countMembers } from "@/db/queries/members";
import type { GroupDetails } from "@/lib/core/group-view";
import { needRole } from "../context";
import { found, verb } from "../use-case";

/** One group, for who may change it. */
export const readGroup = verb({
  input: z.strictObject({ id: z.string() }),
  may: needRole("super_admin"),
  async run({ db, workspaceId }, { id }): Promise<GroupDetails> {
    const { name } = found(await findGroup(db.read, workspaceId, id), "group");
    return { id, name, ...(await countMembers(db.read, workspaceId, id)) };
  },
});
