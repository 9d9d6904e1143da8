import { asc } from "drizzle-orm";
import { type Gate, OPEN_GATE } from "@/lib/core/gate";
import type { Tx } from "../database";
import { forUpdate, isOneOf } from "../dialects/behaviour";
import { gates } from "../schema/deliveries";

/** The gates as they are, those of `sure` locked until the transaction ends, also where there was none yet. */
export async function lockGates(tx: Tx, keys: readonly string[], sure: readonly string[]): Promise<Map<string, Gate>> {
  if (sure.length > 0) {
    const row = { readyAt: OPEN_GATE.readyAt, failures: 0, updatedAt: OPEN_GATE.readyAt };
    const missing = [...sure].sort().map((key) => ({ key, ...row }));
    await tx.insert(gates).values(missing).onConflictDoNothing();
  }
  // In one order, so that two workers do not wait for each other in a ring.
  const rows = await forUpdate(tx.select().from(gates).where(isOneOf(gates.key, keys)).orderBy(asc(gates.key)));
  return new Map(rows.map(({ key, readyAt, failures }) => [key, { readyAt, failures }]));
}

/** Of a gate that `lockGates` answered in this transaction; makes it where there is none. */
export async function saveGate(tx: Tx, key: string, { readyAt, failures }: Gate, now: Date): Promise<void> {
  const set = { readyAt, failures, updatedAt: now };
  await tx
    .insert(gates)
    .values({ key, ...set })
    .onConflictDoUpdate({ target: gates.key, set });
}
