import { createHash } from "node:crypto";

/**
 * A hint that something changed for one person: ids and a position, never a title or a body (S22).
 * `position` is opaque here; the browser asks for what came after its own. Losing a signal loses nothing (F27).
 */
export interface Signal {
  notificationIds: string[];
  position: string;
}

/** What one person is told. */
export interface UserSignal {
  workspaceId: string;
  userId: string;
  signal: Signal;
}

/** What a browser must know to listen. Public: no secret. Without host and cluster it listens where the page came from. */
export interface ClientSettings {
  key: string;
  cluster?: string;
  host?: string;
  port?: number;
  tls?: boolean;
}

/** The way from a commit to an open tab: embedded, hosted Pusher, or any server of the Pusher protocol (C20). */
export interface Realtime {
  /** Tells whoever listens. Rejects when a part could not be handed over; log it and go on, and do not retry. */
  send(messages: UserSignal[]): Promise<void>;
  /** Makes a person's tabs stop listening, for one who was disabled (S22). */
  disconnect(workspaceId: string, userId: string): Promise<void>;
  /** Signs a subscription. Ask `channelOf` first whether the channel is the person's own. */
  authorize(socketId: string, channel: string): { auth: string };
  clientSettings(): ClientSettings;
  close(): Promise<void>;
}

/**
 * The one channel of a person. The workspace is in the name (S22); the user id is hashed,
 * because an integration may choose any text for it and a channel name may not be any text.
 */
export function channelOf(workspaceId: string, userId: string): string {
  const person = createHash("sha256").update(`${workspaceId}:${userId}`).digest("hex").slice(0, 32);
  return `private-${workspaceId}-${person}`;
}
