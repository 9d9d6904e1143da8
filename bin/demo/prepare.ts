import { openDatabase } from "@/db/client";
import { systemClock } from "@/lib/clock";
import { type DemoKeys, demoKeys } from "./keys";
import { demoContext, seed } from "./seed";

/** The demo's database, made when it is missing, and its keys. `fresh` when the company was made just now. */
export async function prepare(
  url: string,
  keyFile: string,
  publicUrl: string,
): Promise<{ fresh: boolean; keys: DemoKeys }> {
  const db = await openDatabase(url);
  try {
    await db.migrate();
    const start = systemClock.now();
    const { workspaceId, events } = await seed(db, start, say, publicUrl);
    const ctx = demoContext(db, workspaceId, systemClock.now());
    if (events === 0) say("The sample company is there already. For a new one, remove data/demo.db and start again.");
    else say(`  done in ${((systemClock.now().getTime() - start.getTime()) / 1000).toFixed(1)} s`);
    return { fresh: events > 0, keys: await demoKeys(ctx, keyFile) };
  } finally {
    await db.close();
  }
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
