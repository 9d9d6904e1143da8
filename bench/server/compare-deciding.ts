import { openDatabase } from "@/db/client";
import { copyOf } from "../copy-of";
import { type Dump, readRows, writeRows } from "../floors/raw-rows";
import { inRounds } from "../measure/in-rounds";
import { median } from "../measure/statistics";
import { timed } from "../measure/timed";
import { decideAll } from "./decide-all";

interface Comparison {
  tables: readonly string[];
  rounds: number;
  /** People in one transaction of the floor. */
  chunk: number;
  warmUp: boolean;
}

/**
 * Deciding what waits in a database, and the floor: storing the same rows ready made. Each round starts from a copy.
 * Answers how many rows it was, and the medians in milliseconds.
 */
export async function compareDeciding(waiting: string, { tables, rounds, chunk, warmUp }: Comparison) {
  let dump: Dump | undefined;
  const times = await inRounds(
    rounds,
    {
      async decide() {
        const file = copyOf(waiting);
        const ms = await timeDeciding(file);
        dump ??= readRows(file, tables);
        return ms;
      },
      floor: () => writeRows(copyOf(waiting), dump!, chunk),
    },
    { warmUp },
  );
  const rows = Object.values(dump!).reduce((sum, { values }) => sum + values.length, 0);
  return { rows, decide: median(times.decide), floor: median(times.floor) };
}

async function timeDeciding(file: string): Promise<number> {
  const db = await openDatabase(`file:${file}`);
  globalThis.gc?.();
  const ms = await timed(() => decideAll(db));
  await db.close();
  return ms;
}
