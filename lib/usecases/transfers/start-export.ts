import { insertExport } from "@/db/queries/exports";
import { countPeople } from "@/db/queries/people";
import { recordAudit } from "../audit/record";
import { needRole } from "../context";
import { filterOf, PeopleQuery } from "../people/list-people";
import { userVerb } from "../use-case";

/** Has the worker write a file of people: of everybody, or of those that a list shows. Its creator hears when it is ready. */
export const startExport = userVerb({
  input: PeopleQuery,
  may: needRole("super_admin"),
  async run(ctx, selection): Promise<{ id: string }> {
    const { db, workspaceId, actor, now, address } = ctx;
    const id = ctx.newId("exp");
    const total = await countPeople(db.read, workspaceId, filterOf(ctx, selection));
    const fileName = `people-${now.toISOString().slice(0, 10)}.csv`;
    await db.transact(async (tx) => {
      const job = { id, workspaceId, userId: actor.id, address, fileName, createdAt: now };
      await insertExport(tx, { ...job, selection, total });
      await recordAudit(tx, ctx, { action: "export.start", target: id, after: { people: total } });
    });
    ctx.wake();
    return { id };
  },
});
