import { randomInt } from "node:crypto";
import type { RawData, WebSocket } from "ws";
import { admit } from "./admission";
import type { Channels } from "./channels";
import { CLOSE, readFrame, writeFrame } from "./frames";
import type { Limits } from "./limits";
import type { Credentials } from "./signature";

/** One browser's connection. Times are milliseconds of the hub's clock. */
export interface ClientSocket {
  readonly id: string;
  readonly openedAt: number;
  heardAt: number;
  askedAt: number | null;
  send(frame: string): void;
  drop(code: number, reason: string): void;
  terminate(): void;
}

export interface Surroundings {
  credentials: Credentials;
  channels: Channels<ClientSocket>;
  limits: Limits;
  now: () => number;
}

/** Greets a new connection and answers it until it closes; then it has left every channel. */
export function serveSocket(socket: WebSocket, around: Surroundings): ClientSocket {
  const { channels, limits, now } = around;
  const client = wrap(socket, around);
  const isFlood = countFrames(limits.framesPerSecond, now);

  socket.on("message", (raw) => {
    if (socket.readyState !== socket.OPEN) return;
    client.heardAt = now();
    client.askedAt = null;
    if (isFlood()) return client.drop(CLOSE.flood, "Too many messages");
    answer(client, raw, around);
  });
  // An oversize or broken frame: ws closes the connection itself, and throws where nobody listens.
  socket.on("error", () => {});
  socket.on("close", () => channels.leaveAll(client));

  client.send(
    writeFrame("pusher:connection_established", { socket_id: client.id, activity_timeout: limits.activitySeconds }),
  );
  return client;
}

function wrap(socket: WebSocket, { limits, now }: Surroundings): ClientSocket {
  return {
    id: `${randomInt(1, 2 ** 47)}.${randomInt(1, 2 ** 47)}`,
    openedAt: now(),
    heardAt: now(),
    askedAt: null,
    send(frame) {
      if (socket.readyState !== socket.OPEN) return;
      if (socket.bufferedAmount > limits.backlogBytes) socket.terminate();
      else socket.send(frame);
    },
    drop: (code, reason) => dropSocket(socket, code, reason),
    terminate: () => socket.terminate(),
  };
}

/** Says why, closes, and does not wait long for a client that will not hang up. */
export function dropSocket(socket: WebSocket, code: number, reason: string): void {
  if (code >= 4000) socket.send(writeFrame("pusher:error", { code, message: reason }));
  socket.close(code, reason);
  const impatience = setTimeout(() => socket.terminate(), 2_000).unref();
  socket.once("close", () => clearTimeout(impatience));
}

function countFrames(perSecond: number, now: () => number): () => boolean {
  let windowStart = now();
  let frames = 0;
  return () => {
    if (now() - windowStart >= 1_000) {
      windowStart = now();
      frames = 0;
    }
    frames += 1;
    return frames > perSecond;
  };
}

function answer(client: ClientSocket, raw: RawData, around: Surroundings) {
  const frame = readFrame(raw.toString());
  switch (frame?.event) {
    case undefined:
      return client.send(writeFrame("pusher:error", { code: null, message: "This is no frame of the protocol." }));
    case "ping":
      return client.send(writeFrame("pusher:pong", {}));
    case "subscribe":
      return subscribe(client, frame, around);
    case "unsubscribe":
      return around.channels.leave(frame.channel, client);
  }
}

function subscribe(client: ClientSocket, wish: { channel: string; auth: string }, around: Surroundings) {
  const { channels, credentials, limits } = around;
  const joined = channels.joined(client).size;
  const admission = admit(credentials, { ...wish, socketId: client.id, joined, maxJoined: limits.channelsPerSocket });
  if (!admission.admitted) {
    const { status, error } = admission;
    return client.send(writeFrame("pusher:subscription_error", { type: "AuthError", error, status }, wish.channel));
  }
  channels.join(wish.channel, client);
  client.send(writeFrame("pusher_internal:subscription_succeeded", {}, wish.channel));
}
