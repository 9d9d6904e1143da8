import type { Server } from "node:http";
import type { Hub } from "@/lib/realtime/embedded/hub";
import type { Runtime } from "@/lib/runtime";
import type { Worker } from "@/lib/worker/worker";

interface Running {
  made: Runtime;
  server: Server;
  worker: Worker;
  hub: Hub | null;
}

/** How long answers and sends in flight may take once the process is asked to stop; milliseconds (F18). */
const DRAIN = 25_000;

/** SIGTERM or SIGINT: not ready at once, then what is in flight ends, then exit 0. */
export function stopOnSignal(running: Running): void {
  let stopping = false;
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      stop(running).catch((err) => {
        running.made.log.error({ err }, "could not stop cleanly");
        process.exit(1);
      });
    });
  }
}

async function stop({ made, server, worker, hub }: Running): Promise<void> {
  made.ready = false;
  made.log.info("stopping");
  const late = setTimeout(() => {
    made.log.warn("stopped before all was answered");
    process.exit(0);
  }, DRAIN);
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  await hub?.close();
  await closed;
  await worker.stop();
  await made.realtime.close();
  await made.db.close();
  clearTimeout(late);
  made.log.info("stopped");
  process.exit(0);
}
