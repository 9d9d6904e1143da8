import { createHash } from "node:crypto";
import type { Tx } from "@/db/database";
import { clearThrottle, lockThrottles, saveThrottle, type ThrottleRow } from "@/db/queries/throttles";

export interface Attempt {
  /** As typed, known or not. */
  email: string;
  address: string;
}

/** Failures without a wait. An address has more of them: a whole office may share one. */
const FREE = { account: 5, address: 20 };
const LONGEST_WAIT = 15 * 60_000;
/** After so long without another failure, the old ones count no more: nobody is locked out for good. */
const FORGOTTEN_AFTER = 24 * 60 * 60_000;

/**
 * Lets a sign-in be tried, or says in how many seconds it may be (S15). A try counts as a failure from its start, so that many
 * at once are as many failures; `forgive` takes it back.
 */
export async function admit(tx: Tx, attempt: Attempt, now: Date): Promise<{ waitSeconds: number }> {
  const free = new Map([
    [keyOf("account", attempt), FREE.account],
    [keyOf("address", attempt), FREE.address],
  ]);
  const rows = await lockThrottles(tx, [...free.keys()], now);
  const blockedUntil = Math.max(...rows.map((row) => row.blockedUntil.getTime()));
  if (blockedUntil > now.getTime()) return { waitSeconds: Math.ceil((blockedUntil - now.getTime()) / 1000) };
  for (const row of rows) await saveThrottle(tx, withFailure(row, free.get(row.key) ?? 0, now));
  return { waitSeconds: 0 };
}

/** After a sign-in: the account starts anew, the address gets back what this try had counted. */
export async function forgive(tx: Tx, attempt: Attempt, now: Date): Promise<void> {
  const [row] = await lockThrottles(tx, [keyOf("address", attempt)], now);
  if (row) await saveThrottle(tx, { ...row, failures: Math.max(0, row.failures - 1), blockedUntil: now });
  await forgiveAccount(tx, attempt.email);
}

/** The account starts anew, as when somebody who may resets its password. */
export async function forgiveAccount(tx: Tx, email: string): Promise<void> {
  await clearThrottle(tx, keyOf("account", { email, address: "" }));
}

/** Milliseconds to wait after so many failures: none, then 1 s, 2 s, 4 s … up to 15 minutes. */
export function waitAfter(failures: number, free: number): number {
  return failures < free ? 0 : Math.min(1000 * 2 ** (failures - free), LONGEST_WAIT);
}

function withFailure(row: ThrottleRow, free: number, now: Date): ThrottleRow {
  const isForgotten = now.getTime() - row.updatedAt.getTime() >= FORGOTTEN_AFTER;
  const failures = (isForgotten ? 0 : row.failures) + 1;
  return { ...row, failures, blockedUntil: new Date(now.getTime() + waitAfter(failures, free)), updatedAt: now };
}

// Hashed: the table holds no list of who tried to sign in, and from where.
function keyOf(kind: "account" | "address", { email, address }: Attempt): string {
  return createHash("sha256")
    .update(`${kind}\n${kind === "account" ? email : address}`)
    .digest("hex");
}
