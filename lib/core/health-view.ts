import type { Channel } from "./channel";

/** How the installation does. Times are RFC 3339, UTC. */
export interface HealthView {
  now: string;
  events: QueueView;
  deliveries: (QueueView & { channel: Channel })[];
  deadLetters: number;
  providers: ProviderView[];
  /** Events that this workspace took, by hour: the last 24, the oldest first. */
  hours: { at: string; events: number }[];
}

export interface QueueView {
  waiting: number;
  oldestDueAt: string | null;
}

/** A provider, or one destination of it, that failed lately or asked for a pause. */
export interface ProviderView {
  channel: Channel;
  /** Whether it is one destination of many. */
  isOne: boolean;
  failures: number;
  /** Whether so many failed in a row that only a probe may pass (F22). */
  isBroken: boolean;
  readyAt: string;
}

/** What only the process itself knows. */
export interface ProcessView {
  version: string;
  startedAt: string;
  /** Since the worker last came round; milliseconds. */
  workerSilent: number;
  memory: number;
  /** Of the folder of the database; null where it is elsewhere. Bytes. */
  disk: { free: number; total: number; database: number; log: number } | null;
  /** How long a write takes; milliseconds. */
  write: number | null;
  email: "resend" | "smtp" | "outbox";
  realtime: "inside" | "outside";
}
