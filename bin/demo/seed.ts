import type { Database } from "@/db/database";
import { listWorkspaces } from "@/db/queries/users";
import { historyBefore } from "@/db/seed/history";
import type { Told } from "@/db/seed/teller";
import type { WorkspaceId } from "@/lib/core/workspace";
import { newId } from "@/lib/ids";
import { createWorkspace } from "@/lib/usecases/access/create-workspace";
import type { Context } from "@/lib/usecases/context";
import { inOneGo } from "./in-one-go";
import { replay } from "./replay";
import { storeCompany } from "./store-company";

export interface Seeded {
  workspaceId: WorkspaceId;
  /** Events that were posted; undefined when the company was there already. */
  events?: number;
}

/** Makes the sample company and plays its last weeks up to `start`, unless the database has a workspace already. */
export async function seed(
  db: Database,
  start: Date,
  { history = historyBefore(start), say = () => {} }: { history?: readonly Told[]; say?: (line: string) => void } = {},
): Promise<Seeded> {
  const [known] = await listWorkspaces(db.read);
  if (known) return { workspaceId: known.id };
  return db.transact(async (tx) => {
    const nobodys = systemContext(inOneGo(db, tx), start);
    const { id } = await createWorkspace.run(nobodys, { name: "Fjord & Polder" });
    const ctx = { ...nobodys, workspaceId: id as WorkspaceId };
    say("Making the sample company …");
    const apps = await storeCompany(ctx);
    await replay(ctx, history, { apps, start, say });
    return { workspaceId: ctx.workspaceId, events: history.length };
  });
}

/** Belfry itself as who acts, before there is a workspace. */
export function systemContext(db: Database, now: Date): Context {
  return {
    workspaceId: "" as WorkspaceId,
    actor: { kind: "system" },
    db,
    now,
    newId,
    address: "",
    wake() {},
    secret: "",
  };
}
