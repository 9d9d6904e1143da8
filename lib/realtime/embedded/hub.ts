import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { createChannels } from "./channels";
import { type ClientSocket, dropSocket, serveSocket } from "./client-socket";
import { CLOSE, writeFrame } from "./frames";
import { answerPublisher } from "./http-api";
import { LIMITS, type Limits } from "./limits";
import { sweep } from "./sweep";

export interface HubOptions {
  appId: string;
  key: string;
  secret: string;
  limits?: Partial<Limits>;
  /** Milliseconds since 1970. */
  now?: () => number;
}

export interface Hub {
  /** Takes a WebSocket for `/app/<key>`. False when the path is another's. */
  handleUpgrade(req: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  /** Answers the publishers' API under `/apps/<appId>/`. False when the path is another's. */
  handleRequest(req: IncomingMessage, res: ServerResponse): boolean;
  /** Hands an event to whoever listens; the answer is to how many. */
  publish(channel: string, event: string, data: unknown, exceptSocketId?: string): number;
  /** Closes every socket that listens to the channel, with a code that makes it stay away; the answer is how many. */
  disconnect(channel: string): number;
  stats(): { sockets: number; channels: number };
  /** Sends everybody away; done when they are gone, after 2 seconds at the latest. */
  close(): Promise<void>;
}

const SWEEP_MS = 10_000;

/** A server of the Pusher protocol 7 for one machine (C20): public and private channels, no presence, no client events. */
export function createHub(options: HubOptions): Hub {
  const { appId, key, secret, now = Date.now } = options;
  const credentials = { key, secret };
  const limits = { ...LIMITS, ...options.limits };
  const channels = createChannels<ClientSocket>();
  const clients = new Set<ClientSocket>();
  const server = new WebSocketServer({ noServer: true, maxPayload: limits.frameBytes });
  const isListening = (client: ClientSocket) => channels.joined(client).size > 0;
  const sweeping = setInterval(() => sweep(clients, isListening, now(), limits), SWEEP_MS).unref();

  function welcome(socket: WebSocket) {
    const client = serveSocket(socket, { credentials, channels, limits, now });
    clients.add(client);
    socket.on("close", () => clients.delete(client));
  }

  function publish(channel: string, event: string, data: unknown, exceptSocketId?: string) {
    const listeners = channels.listeners(channel);
    if (listeners.size === 0) return 0;
    const frame = writeFrame(event, data, channel);
    const addressed = [...listeners].filter(({ id }) => id !== exceptSocketId);
    for (const client of addressed) client.send(frame);
    return addressed.length;
  }

  return {
    handleUpgrade(req, socket, head) {
      const [path = "", query = ""] = (req.url ?? "").split("?", 2);
      if (!/^\/app\/[^/]+$/.test(path)) return false;
      server.handleUpgrade(req, socket, head, (ws) => {
        const isKnown = path === `/app/${key}`;
        const objection = objectionTo({ isKnown, query, isFull: clients.size >= limits.sockets });
        if (objection) turnAway(ws, objection);
        else welcome(ws);
      });
      return true;
    },
    handleRequest(req, res) {
      const api = { appId, credentials, limits, now };
      return answerPublisher(
        { ...api, publish: (one) => publish(one.channel, one.event, one.data, one.exceptSocketId) },
        req,
        res,
      );
    },
    publish,
    disconnect(channel) {
      const listeners = [...channels.listeners(channel)];
      for (const client of listeners) {
        // Out at once: a client that is slow to hang up hears nothing meanwhile.
        channels.leaveAll(client);
        client.drop(CLOSE.unauthorized, "No longer authorized");
      }
      return listeners.length;
    },
    stats: () => ({ sockets: clients.size, channels: channels.count() }),
    async close() {
      clearInterval(sweeping);
      const gone = [...server.clients].map((ws) => new Promise((done) => ws.once("close", done)));
      for (const ws of server.clients) dropSocket(ws, CLOSE.goingAway, "The server stops");
      server.close();
      await Promise.all(gone);
    },
  };
}

/** Why a socket may not come in, as its close says it. */
interface Objection {
  code: number;
  reason: string;
}

function objectionTo(wish: { isKnown: boolean; query: string; isFull: boolean }): Objection | null {
  if (!wish.isKnown) return { code: CLOSE.unknownKey, reason: "Unknown app key" };
  const protocol = new URLSearchParams(wish.query).get("protocol");
  if (protocol !== "7") return { code: CLOSE.wrongProtocol, reason: "Only protocol 7 is spoken" };
  return wish.isFull ? { code: CLOSE.overCapacity, reason: "Over capacity" } : null;
}

/** Said over the open socket: what refuses the upgrade, a browser cannot read. */
function turnAway(socket: WebSocket, { code, reason }: Objection) {
  socket.on("error", () => {});
  dropSocket(socket, code, reason);
}
