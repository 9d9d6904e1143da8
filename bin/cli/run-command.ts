import { openDatabase } from "@/db/client";
import type { Database } from "@/db/database";
import { listWorkspaces } from "@/db/queries/workspaces";
import { AppError } from "@/lib/app-error";
import { systemContext } from "@/lib/auth/system-context";
import { checkedEnv } from "@/lib/boot/checked-env";
import { ensureWorkspace } from "@/lib/boot/ensure-workspace";
import { systemClock } from "@/lib/clock";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { Command } from "./command";
import { readOptions } from "./read-options";

/** Reads the options, opens and migrates the database, runs the command and prints its answer. */
export async function runCommand(command: Command, args: string[]): Promise<void> {
  const { options, workspace, json } = readOptions(command, args);
  const db = await openDatabase(checkedEnv().DATABASE_URL);
  try {
    await db.migrate();
    const workspaceId = await findWorkspaceId(db, workspace);
    const made = { db, clock: systemClock, wake: () => {}, authSecret: "" };
    const answer = await command.run(systemContext(made, workspaceId, "command line"), options);
    process.stdout.write(`${json ? JSON.stringify(answer.json) : answer.text}\n`);
  } finally {
    await db.close();
  }
}

/** The first makes itself; any other must be there. */
async function findWorkspaceId(db: Database, wanted: string | undefined): Promise<WorkspaceId> {
  const first = await ensureWorkspace(db, systemClock.now());
  if (wanted === undefined) return first;
  const found = (await listWorkspaces(db.read)).find(({ id, name }) => id === wanted || name === wanted);
  if (!found) throw new AppError("not_found", `There is no workspace ${wanted}.`);
  return found.id;
}
