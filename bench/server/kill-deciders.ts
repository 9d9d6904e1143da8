import { setTimeout as sleep } from "node:timers/promises";
import Sqlite from "better-sqlite3";
import { endChild, hear, startChild } from "../child";

/** So many transactions each lives to see. */
const LIVES = 5;
/** Longer than a claim holds without a word from its worker; milliseconds. */
const LEASE = 31_000;

/**
 * Decides a broadcast by processes that are killed in the middle of a transaction, `kills` times; the last is let alone.
 * Answers how far it was each time one said something, and what is stored in the end.
 */
export async function killDeciders(file: string, kills: number) {
  const db = new Sqlite(file, { readonly: true });
  const decided = db.prepare<[], number>("select decided from broadcasts").pluck();
  const seen: number[] = [];
  for (let killed = 0; killed <= kills; killed++) {
    const now = new Date(Date.now() + killed * LEASE).toISOString();
    const child = startChild("decider", [file, now]);
    for (let heard = 0; killed === kills || heard < LIVES; heard++) {
      const said = await hear<string>(child);
      seen.push(decided.get() ?? 0);
      if (said === "done") break;
    }
    if (killed < kills) {
      await sleep(killed * 9);
      child.kill("SIGKILL");
    }
    await endChild(child);
    seen.push(decided.get() ?? 0);
  }
  const count = (what: string) => db.prepare<[], number>(`select count(${what}) from notifications`).pluck().get() ?? 0;
  const stored = { notifications: count("*"), people: count("distinct user_id") };
  db.close();
  return { stored, wentBack: seen.some((now, at) => at > 0 && now < seen[at - 1]!) };
}
