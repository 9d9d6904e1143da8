import type { Database } from "@/db/database";
import { listWorkspaces } from "@/db/queries/workspaces";
import { historyBefore } from "@/db/seed/history";
import type { Told } from "@/db/seed/teller";
import { systemContext } from "@/lib/auth/system-context";
import type { WorkspaceId } from "@/lib/core/workspace";
import { createWorkspace } from "@/lib/usecases/access/create-workspace";
import type { Context } from "@/lib/usecases/context";
import { inOneGo } from "./in-one-go";
import { replay } from "./replay";
import { storeCompany } from "./store-company";

export interface Seeded {
  workspaceId: WorkspaceId;
  /** Events that were posted; 0 when the company was there already. */
  events: number;
}

/** Makes the sample company with its last weeks before `start`, unless the database has a workspace already. */
export async function seed(
  db: Database,
  start: Date,
  say: (line: string) => void,
  publicUrl?: string,
): Promise<Seeded> {
  const [known] = await listWorkspaces(db.read);
  if (known) return { workspaceId: known.id, events: 0 };
  const history = historyBefore(start);
  say(`Making the sample company: ${history.length} events of four weeks …`);
  return { workspaceId: await makeCompany(db, start, history, say, publicUrl), events: history.length };
}

/** One more workspace: people, groups and apps, and what happened to them. All of it, or nothing. */
export async function makeCompany(
  db: Database,
  start: Date,
  history: readonly Told[],
  say: (line: string) => void = () => {},
  publicUrl = "http://localhost:3000",
): Promise<WorkspaceId> {
  return db.transact(async (tx) => {
    // Before there is a workspace, what makes one belongs to none.
    const nobodys = demoContext(inOneGo(db, tx), "" as WorkspaceId, start);
    const { id } = await createWorkspace.run(nobodys, { name: "Fjord & Polder" });
    const ctx = { ...nobodys, workspaceId: id as WorkspaceId };
    const apps = await storeCompany(ctx);
    await replay(ctx, history, { apps, start, say, publicUrl });
    return ctx.workspaceId;
  });
}

/** Belfry itself as who acts on the sample company, at a moment of its history. */
export function demoContext(db: Database, workspaceId: WorkspaceId, now: Date): Context {
  return systemContext({ db, clock: { now: () => now }, wake() {}, authSecret: "" }, workspaceId, "");
}
