import { z } from "zod";
import { collectPersonalData } from "@/db/queries/personal-data";
import { findUser } from "@/db/queries/users";
import { recordAudit } from "../audit/record";
import { needRole } from "../context";
import { found, verb } from "../use-case";

/** All that Belfry keeps about a person, as JSON by table (S28). That it was read is audited. */
export const exportPerson = verb({
  input: z.strictObject({ id: z.string() }),
  may: needRole("super_admin"),
  async run(ctx, { id }) {
    const { db, workspaceId, now } = ctx;
    found(await findUser(db.read, workspaceId, id), "person");
    const tables = await collectPersonalData(db.read, workspaceId, id);
    await db.transact((tx) => recordAudit(tx, ctx, { action: "user.export", target: id }));
    return { person: id, exported_at: now.toISOString(), tables };
  },
});
