import type { Database } from "@/db/database";
import type { Channels } from "./channels/registry";
import type { Clock } from "./clock";
import type { Env } from "./env";
import type { Logger } from "./log";
import type { Realtime } from "./realtime/signal";

/** What one process has one of. Made by server.ts; route handlers, bundled apart from it, reach it here. */
export interface Runtime {
  env: Env;
  log: Logger;
  clock: Clock;
  db: Database;
  realtime: Realtime;
  /** The ways out of the building. */
  channels: Channels;
  /** The public half of what pushes are signed with: what a browser binds a device to. */
  pushKey: string;
  /** The address that people and links use, without a trailing slash. */
  publicUrl: string;
  authSecret: string;
  /** Tells the worker that there is something to do. */
  wake(): void;
  /** What the ready endpoint tells: false first when the process is asked to stop (F18). */
  ready: boolean;
  /** When the worker last came round; `performance.now()` milliseconds. */
  workerSeenAt: number;
}

const holder = globalThis as typeof globalThis & { __belfry?: Runtime };

/** The runtime of this process. Throws where none was made, as in a plain `next dev`. */
export function runtime(): Runtime {
  if (!holder.__belfry) throw new Error("Belfry runs inside server.ts: start it with npm start or npm run dev.");
  return holder.__belfry;
}

/** Called once, by `serve`; tests make their own. */
export function setRuntime(made: Runtime): void {
  holder.__belfry = made;
}
