import type { Server } from "node:http";
import type { Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { Hub } from "@/lib/realtime/embedded/hub";
import type { Runtime } from "@/lib/runtime";
import type { Worker } from "@/lib/worker/stoppable";

interface Running {
  made: Pick<Runtime, "ready" | "log" | "realtime" | "db">;
  server: Server;
  worker: Pick<Worker, "stop">;
  hub: Pick<Hub, "close"> | null;
}

/** Milliseconds in which all goes on, so that whoever sends clients here sees that it is not ready. */
const NOTICE = 600;
/** Milliseconds in which clients are still let in, and told with each answer to go elsewhere. */
const PARTING = 400;
/** How old a connection is on which something could have been asked by now, also of a busy process; milliseconds. */
const TIME_TO_ASK = 1000;
/** Milliseconds between two looks for connections that nothing is asked on. */
const LOOK_EVERY = 200;
/** How long answers and work in hand may take once the process is asked to stop; milliseconds (F18). */
const DRAIN = 25_000;
/** How long the last steps may take each, so that a stop is over before supervisors kill at 30 s; milliseconds. */
const LAST_STEP = 2000;

/** SIGTERM or SIGINT: stops, once however often it comes. */
export function stopOnSignal(running: Running, { exit = process.exit, drain = DRAIN } = {}): void {
  const silent = silentSockets(running.server);
  let stopping = false;
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      stop(running, silent, drain).then(
        () => exit(0),
        (err) => {
          running.made.log.error({ err }, "could not stop cleanly");
          exit(1);
        },
      );
    });
  }
}

/** Connections that were opened in advance, as browsers do, and on which nothing was asked: Node counts them as busy. */
function silentSockets(server: Server): () => Socket[] {
  const openedAt = new Map<Socket, number>();
  server.on("connection", (socket) => {
    openedAt.set(socket, performance.now());
    socket.once("close", () => openedAt.delete(socket));
  });
  return () => {
    const before = performance.now() - TIME_TO_ASK;
    return [...openedAt].flatMap(([socket, at]) => (socket.bytesRead === 0 && at < before ? socket : []));
  };
}

/** Not ready at once; what is in flight is answered and the work in hand done; then all is closed in order (F18). */
async function stop({ made, server, worker, hub }: Running, silent: () => Socket[], drain: number): Promise<void> {
  made.ready = false;
  made.log.info("stopping");
  const worked = worker.stop();
  const drained = Promise.all([worked, closeServer(server, silent), hub?.close()]);
  if (!(await within(drain, drained))) {
    made.log.warn("stopped before all was answered");
    server.closeAllConnections();
    await within(LAST_STEP, worked);
  }
  await made.realtime.close();
  if (!(await within(LAST_STEP, made.db.close()))) made.log.warn("stopped before the database was closed");
  made.log.info("stopped");
}

/** A busy client keeps its connection for ever unless an answer says otherwise. */
async function closeServer(server: Server, silent: () => Socket[]): Promise<void> {
  // New connections are dear: a busy process takes in one a turn. Whoever is sent away too soon crowds out the rest.
  await sleep(NOTICE);
  server.prependListener("request", (_, response) => {
    response.shouldKeepAlive = false;
  });
  await sleep(PARTING);
  const looking = setInterval(() => {
    server.closeIdleConnections();
    for (const socket of silent()) socket.destroy();
  }, LOOK_EVERY);
  await new Promise((resolve) => server.close(resolve));
  clearInterval(looking);
}

/** Whether the work was done in time; rejects as it does. */
function within(ms: number, work: Promise<unknown>): Promise<boolean> {
  const over = new AbortController();
  const late = sleep(ms, false, { signal: over.signal }).catch(() => false);
  return Promise.race([work.then(() => true), late]).finally(() => over.abort());
}
