import type { Tx } from "@/db/database";
import { insertEvents } from "@/db/queries/events";
import { hasTopic } from "@/db/queries/topics";
import type { StoredEvent } from "@/lib/core/stored-event";
import type { Context } from "../context";
import { rowOf } from "./accept-events";

/** Raises an event of Belfry's own, in the transaction that it tells of; none where the company removed the topic. */
export async function raiseOwn(
  tx: Tx,
  by: Pick<Context, "now" | "newId" | "workspaceId">,
  event: StoredEvent,
): Promise<void> {
  if (!(await hasTopic(tx, by.workspaceId, [event.topic]))) return;
  const { now, newId, workspaceId } = by;
  await insertEvents(tx, [rowOf({ now, newId, workspaceId, actor: { kind: "system" } }, event, undefined)]);
}
