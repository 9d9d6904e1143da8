import { extendLeases } from "@/db/queries/deliveries";
import type { Call, Delivering } from "./call";

/** The heartbeat: calls in hand are held on to, so that no other worker takes them for lost. */
export async function holdCalls({ db, now, lease }: Delivering, calls: Iterable<Call>): Promise<void> {
  const held = [...calls].flatMap(({ members }) => members.map(({ row }) => row));
  if (held.length === 0) return;
  const until = new Date(now().getTime() + lease);
  await db.transact((tx) => extendLeases(tx, held, until));
}
