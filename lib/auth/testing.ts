import { freshDatabase } from "@/db/testing/fresh";
import { createLog } from "@/lib/log";
import type { Runtime } from "@/lib/runtime";

/** A runtime over a database of its own, whose clock stands still until it is moved. */
export async function testRuntime() {
  const { close, db, workspaceId } = await freshDatabase();
  // Cookies are sealed by the real clock, so the still one starts at the real time.
  let time = Date.now();
  const runtime: Pick<Runtime, "db" | "clock" | "log" | "wake" | "publicUrl" | "authSecret"> = {
    db,
    clock: { now: () => new Date(time) },
    log: createLog("fatal"),
    wake: () => {},
    publicUrl: "http://localhost:3000",
    authSecret: "a secret for tests, of more than 32 characters",
  };
  return {
    runtime,
    workspaceId,
    close,
    /** Moves the clock on, by milliseconds. */
    pass: (ms: number) => {
      time += ms;
    },
  };
}
