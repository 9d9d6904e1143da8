import type { Tx } from "@/db/database";
import { deleteConnection, disableConnection, noteFailing, noteSent } from "@/db/queries/connections";
import type { DeliveryRow } from "@/db/queries/deliveries";
import { isThrottled } from "@/lib/core/gate";
import { gather } from "@/lib/core/gather";
import type { SendResult } from "@/lib/core/send-result";
import { type Stopped, stoppedNotice } from "@/lib/core/stopped-notice";
import { raiseOwn } from "../events/raise-own";
import type { Delivering } from "./call";

/** One try, by what it tells of its destination. */
export interface Heard {
  row: Pick<DeliveryRow, "workspaceId" | "userId" | "channel" | "connectionId" | "destination">;
  result: SendResult;
}

/** So long may nothing arrive before a destination is given up; milliseconds (F24). */
const LONGEST_FAILURE = 5 * 86_400_000;

/**
 * What tries tell of the connections that they went to: when something last arrived, and since when nothing does. What is
 * gone, or failed for five days, is disabled, and its owner told by their other channels (F24); a device that is gone comes
 * back as another one and is forgotten (F25).
 */
export async function learnConnections(tx: Tx, given: Delivering, heard: readonly Heard[], now: Date): Promise<void> {
  // Who asks for less at a time takes what comes.
  const connected = heard.filter(({ row, result }) => row.connectionId !== null && !isThrottled(result));
  const tries = gather(connected, ({ row }) => row.connectionId!);
  const arrived = new Set(
    connected.filter(({ result }) => result.outcome === "sent").map(({ row }) => row.connectionId!),
  );
  await noteSent(tx, [...arrived], now);
  // In one order, so that two workers do not wait for each other in a ring.
  for (const id of [...tries.keys()].sort()) {
    const ours = tries.get(id)!;
    const gone = ours.find(isGone);
    if (gone || !arrived.has(id)) await learnFailure(tx, given, gone ?? ours[0]!, now);
  }
}

async function learnFailure(tx: Tx, given: Delivering, one: Heard, now: Date): Promise<void> {
  const { row } = one;
  const id = row.connectionId!;
  const since = await noteFailing(tx, id, now);
  const gone = isGone(one);
  if (row.channel === "push") {
    if (gone) await deleteConnection(tx, id);
    return;
  }
  const givenUp = since !== null && now.getTime() - since.getTime() >= LONGEST_FAILURE;
  if (!gone && !givenUp) return;
  const reason = gone ? "endpoint_gone" : "attempts_exhausted";
  if (await disableConnection(tx, id, reason, now)) await tellOwner(tx, given, { ...row, reason }, now);
}

function isGone({ result }: Heard): boolean {
  return result.outcome === "failed" && result.reason === "endpoint_gone";
}

async function tellOwner(
  tx: Tx,
  { newId }: Delivering,
  { workspaceId, userId, channel, destination, reason }: Heard["row"] & Pick<Stopped, "reason">,
  now: Date,
): Promise<void> {
  const notice = stoppedNotice({ userId, channel, destination: destination ?? "", reason });
  await raiseOwn(tx, { now, newId, workspaceId }, notice);
}
