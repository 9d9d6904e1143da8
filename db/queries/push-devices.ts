import { and, eq, lt, ne, or, type SQL, sql } from "drizzle-orm";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { Tx } from "../database";
import { isOneOf } from "../dialects/behaviour";
import { connections } from "../schema/deliveries";
import { userSettings } from "../schema/preferences";
import type { ConnectionRow } from "./connections";

/** Whoever is reached at an endpoint: of whichever person, since a browser has one at a time. */
export async function findDevicesAt(
  tx: Tx,
  workspaceId: WorkspaceId,
  endpoints: readonly string[],
): Promise<ConnectionRow[]> {
  return tx
    .select()
    .from(connections)
    .where(
      and(eq(connections.workspaceId, workspaceId), isDevice(), or(...endpoints.map((one) => says("endpoint", one)))),
    );
}

/** Ends the pushes to where one of a person's sessions was, or to everywhere but there (S33). */
export async function forgetDevices(
  tx: Tx,
  workspaceId: WorkspaceId,
  userId: string,
  session: { of: string } | { notOf: string },
): Promise<void> {
  const here = "of" in session ? says("session", session.of) : ne(said("session"), session.notOf);
  await tx
    .delete(connections)
    .where(and(eq(connections.workspaceId, workspaceId), eq(connections.userId, userId), isDevice(), here));
}

/** Removes up to `limit` devices on which nobody opened Belfry since `before`; answers how many (F25). */
export async function purgeDevices(tx: Tx, before: Date, limit: number): Promise<number> {
  const old = await tx
    .select({ id: connections.id })
    .from(connections)
    .where(and(isDevice(), lt(said("seen_at"), before.toISOString())))
    .limit(limit);
  for (const { id } of old) await tx.delete(connections).where(eq(connections.id, id));
  return old.length;
}

/** Those of the people who want nothing of a notification's text on a lock screen. */
export async function findTextHiders(tx: Tx, workspaceId: WorkspaceId, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx
    .select({ userId: userSettings.userId })
    .from(userSettings)
    .where(
      and(
        eq(userSettings.workspaceId, workspaceId),
        isOneOf(userSettings.userId, ids),
        eq(userSettings.hidesPushText, true),
      ),
    );
  return new Set(rows.map(({ userId }) => userId));
}

function isDevice(): SQL {
  return eq(connections.channel, "push");
}

/** Both dialects read a text out of JSON in these words. */
function said(name: "endpoint" | "session" | "seen_at"): SQL<string> {
  return sql<string>`(${connections.config} ->> ${sql.raw(`'${name}'`)})`;
}

function says(name: "endpoint" | "session", value: string): SQL {
  return sql`${said(name)} = ${value}`;
}
