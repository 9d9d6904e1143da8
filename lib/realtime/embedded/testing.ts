import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { WebSocket } from "ws";
import { createHub, type HubOptions } from "./hub";
import { signSubscription } from "./signature";

export const ACCOUNT = { appId: "belfry", key: "a-key", secret: "a-secret" };

/** A hub on a real server on a free port of the loopback. Whatever is not the hub's is answered with a page and 200. */
export async function startHub(options: Partial<HubOptions> = {}) {
  const hub = createHub({ ...ACCOUNT, ...options });
  const server = createServer((req, res) => {
    if (!hub.handleRequest(req, res)) res.setHeader("content-type", "text/html").end("<!doctype html>Hello");
  });
  const connections = new Set<Duplex>();
  const arrivals: number[] = [];
  server.on("upgrade", (req, socket, head) => {
    arrivals.push(performance.now());
    connections.add(socket);
    if (!hub.handleUpgrade(req, socket, head)) socket.destroy();
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  /** Cuts every client off without a word, as a dead network does. */
  const cut = () => {
    for (const connection of connections) connection.destroy();
    connections.clear();
  };
  const close = async () => {
    await hub.close();
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  };
  return { hub, port, arrivals, cut, close };
}

export interface Frame {
  event: string;
  channel?: string;
  data: string;
}

/** A client that speaks the protocol by hand and keeps every frame it got, as text. */
export function openClient(port: number, path = `/app/${ACCOUNT.key}?protocol=7&client=js&version=8.6.0`) {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`);
  const captured: string[] = [];
  const unread: Frame[] = [];
  let wake = () => {};
  socket.on("message", (raw) => {
    captured.push(raw.toString());
    unread.push(JSON.parse(raw.toString()));
    wake();
  });
  socket.on("error", () => {});
  const closed = new Promise<number>((done) => socket.on("close", done));

  /** The next frame in order, waited for. */
  async function next(): Promise<Frame> {
    while (unread.length === 0) await new Promise<void>((resolve) => (wake = resolve));
    return unread.shift()!;
  }
  const say = (event: string, data: unknown) => socket.send(JSON.stringify({ event, data }));
  return { socket, captured, unread, closed, next, say };
}

/** A client that was greeted; its socket id is in the greeting. */
export async function greet(port: number) {
  const client = openClient(port);
  const greeting = await client.next();
  const id: string = JSON.parse(greeting.data).socket_id;
  /** Joins with a right signature and waits until it is in. */
  const join = async (channel: string) => {
    client.say("pusher:subscribe", { channel, auth: signSubscription(ACCOUNT, id, channel) });
    return client.next();
  };
  return { ...client, id, greeting, join };
}
