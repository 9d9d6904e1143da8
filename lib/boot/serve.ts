import { createServer, type Server } from "node:http";
import next from "next";
import type { Env } from "@/lib/env";
import type { Hub } from "@/lib/realtime/embedded/hub";
import { type Runtime, setRuntime } from "@/lib/runtime";
import { startWorker } from "@/lib/worker/worker";
import { announce } from "./announce";
import { makeRuntime } from "./make-runtime";
import { receive } from "./receive";
import { stopOnSignal } from "./shutdown";

/** Starts everything: one process, one port. Resolves when the port is open. */
export async function serve(env: Env): Promise<void> {
  const { made, hub } = await makeRuntime(env);
  setRuntime(made);
  const announcement = await announce(made);
  const worker = startWorker(made);
  made.wake = worker.wake;
  const server = await listen(made, hub);
  stopOnSignal({ made, server, worker, hub });
  made.ready = true;
  announcement(made.publicUrl);
}

async function listen(made: Runtime, hub: Hub | null): Promise<Server> {
  const { HOST: hostname, PORT: port } = made.env;
  // Next adds an upgrade listener to the server it is given, and ends the sockets of whatever its routes match: it is
  // given one that hears only what we pass on.
  const decoy = createServer();
  const app = next({ dev: process.env.NODE_ENV === "development", hostname, port, httpServer: decoy });
  await app.prepare();
  const server = createServer(receive(made, app.getRequestHandler(), hub));
  server.on("upgrade", (request, socket, head) => {
    if (hub?.handleUpgrade(request, socket, head)) return;
    if (!decoy.emit("upgrade", request, socket, head)) socket.destroy();
  });
  // A client that trickles its headers or body is cut, so that it holds no place for long (F36).
  server.headersTimeout = 15_000;
  server.requestTimeout = 30_000;
  // Longer than proxies and clients keep a connection for the next request: who ends it first must not be us, as what is
  // sent at that moment is lost.
  server.keepAliveTimeout = 75_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, hostname, resolve);
  });
  return server;
}
