import { existsSync, statSync } from "node:fs";
import { statfs } from "node:fs/promises";
import path from "node:path";
import type { ProcessView } from "@/lib/core/health-view";
import type { Runtime } from "@/lib/runtime";
import { version } from "@/package.json";

/** What only the process itself knows of its health: its worker, memory, disk and settings. */
export async function processFacts({ env, db, clock, workerSeenAt }: Runtime): Promise<ProcessView> {
  return {
    version,
    startedAt: new Date(clock.now().getTime() - process.uptime() * 1000).toISOString(),
    workerSilent: Math.max(0, Math.round(performance.now() - workerSeenAt)),
    memory: process.memoryUsage.rss(),
    disk: await diskOf(env.DATABASE_URL),
    write: await timed(() => db.ping()),
    email: env.RESEND_API_KEY ? "resend" : env.SMTP_URL ? "smtp" : "outbox",
    realtime: env.PUSHER_HOST || env.PUSHER_CLUSTER ? "outside" : "inside",
  };
}

async function diskOf(url: string): Promise<ProcessView["disk"]> {
  if (!url.startsWith("file:")) return null;
  const file = url.slice("file:".length);
  const { bavail, blocks, bsize } = await statfs(path.dirname(path.resolve(file)));
  return { free: bavail * bsize, total: blocks * bsize, database: sizeOf(file), log: sizeOf(`${file}-wal`) };
}

function sizeOf(file: string): number {
  return existsSync(file) ? statSync(file).size : 0;
}

/** Null when it failed. */
async function timed(work: () => Promise<void>): Promise<number | null> {
  const start = performance.now();
  try {
    await work();
    return Math.round((performance.now() - start) * 10) / 10;
  } catch {
    return null;
  }
}
