import type { Database } from "@/db/database";
import type { DeliveryRow } from "@/db/queries/deliveries";
import type { Message, OutsideChannel } from "@/lib/channels/channel";
import type { Channels } from "@/lib/channels/registry";
import type { newId } from "@/lib/ids";

/** What delivering needs of the process. */
export interface Delivering {
  db: Database;
  channels: Channels;
  now(): Date;
  /** In [0, 1). */
  chance(): number;
  newId: typeof newId;
  /** Of this installation: what connections' settings are sealed with. */
  secret: string;
  /** Of `EMAIL_DAILY_CAP` (R33). */
  dailyCap: number;
  /** How long a claim holds without a heartbeat; milliseconds. */
  lease: number;
  /** How long one call may take; milliseconds. */
  patience: number;
}

/** One call to a provider that this process has claimed, with what it sends. */
export interface Call {
  channel: OutsideChannel;
  lane: string;
  key: string;
  startedAt: Date;
  /** Claimed from a worker that was killed or froze; how often that happened. */
  lost: number;
  members: { row: DeliveryRow; message: Message }[];
}

/** Deliveries that leave as one message: a digest or a catch-up of one person, or one alone. The oldest first. */
export type Parcel = readonly DeliveryRow[];

/** How long a claim holds (F12), and how long a call may take (F19); milliseconds. */
export const LEASE = 30_000;
export const PATIENCE = 15_000;
