import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";

/** One request that the stand-in was sent, and when. */
export interface Seen {
  at: number;
  path: string;
  headers: IncomingMessage["headers"];
  body: string;
  /** What names its effect: `Idempotency-Key` or `webhook-id`. */
  key: string;
}

export type Fault = (typeof FAULTS)[number];

/** Everything that a provider does wrong (F19). `lost` does what was asked and says nothing. */
const FAULTS = [
  "429 seconds",
  "429 date",
  "429 bare",
  "500",
  "502",
  "503",
  "hang",
  "reset mid-body",
  "slow drip",
  "lost",
  "200 error",
  "bad json",
  "302",
] as const;

/**
 * A provider on loopback: it speaks Resend's protocol at /emails, Slack's below /api/, and takes webhooks at every other
 * path. Each request is remembered, and so is each effect, one a key. `faultOf` says what goes wrong, if anything.
 */
export async function startStandIn(faultOf: (seen: Seen, nth: number) => Fault | null = () => null) {
  const seen: Seen[] = [];
  const effects = new Map<string, number>();
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    readAll(request).then(
      (body) => answer(request, response, body),
      () => {},
    );
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });

  function answer(request: IncomingMessage, response: ServerResponse, body: string): void {
    const key = String(request.headers["idempotency-key"] ?? request.headers["webhook-id"] ?? "");
    const one = { at: Date.now(), path: request.url ?? "", headers: request.headers, body, key };
    seen.push(one);
    const fault = faultOf(one, seen.length);
    const happens = fault === null || ["lost", "reset mid-body", "slow drip", "200 error", "bad json"].includes(fault);
    // A key that is known has no second effect: that is what keys are for.
    if (happens && !effects.has(key)) effects.set(key, 1);
    if (fault === null) succeed(one, response);
    else fail(fault, one, response);
  }

  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    /** How often each key had its effect. */
    effects,
    connections: () => sockets.size,
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function succeed({ path, body, key, headers }: Seen, response: ServerResponse): void {
  const answer = path.startsWith("/api/")
    ? slackAnswer(path, body, headers.authorization ?? "")
    : path.startsWith("/emails/batch")
      ? { data: (JSON.parse(body) as unknown[]).map((_, n) => ({ id: `${key}-${n}` })) }
      : { id: `id-${key}` };
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(answer));
}

/** Slack answers 200 whatever it says. Its one person is ada@example.com; its one token begins with xoxb-good. */
function slackAnswer(path: string, body: string, authorization: string): object {
  const given = new URLSearchParams(body);
  const knows = given.get("email") === "ada@example.com";
  const answers: Record<string, object> = {
    "auth.test": { ok: true, team: "Fjord", team_id: `T-${authorization.slice("Bearer xoxb-good".length)}` },
    "users.lookupByEmail": knows
      ? { ok: true, user: { id: "U-ADA", name: "ada", profile: { display_name: "Ada" } } }
      : { ok: false, error: "users_not_found" },
    "chat.postMessage":
      given.get("channel") === "U-ADA"
        ? { ok: true, ts: "1700000000.000100", channel: "D1" }
        : { ok: false, error: "channel_not_found" },
  };
  if (!authorization.startsWith("Bearer xoxb-good")) return { ok: false, error: "invalid_auth" };
  return answers[path.slice(5)] ?? { ok: false, error: "unknown_method" };
}

function fail(fault: Fault, seen: Seen, response: ServerResponse): void {
  const json = { "content-type": "application/json" };
  const say = (status: number, headers: Record<string, string> = {}) =>
    response
      .writeHead(status, { ...json, ...headers })
      .end(JSON.stringify({ statusCode: status, name: nameOf(status), message: "Not now." }));
  if (fault === "429 seconds") say(429, { "retry-after": "7" });
  else if (fault === "429 date") say(429, { "retry-after": new Date(seen.at + 9000).toUTCString() });
  else if (fault === "429 bare") say(429);
  else if (fault === "500" || fault === "502" || fault === "503") say(Number(fault));
  else if (fault === "302") response.writeHead(302, { location: "/elsewhere" }).end();
  else if (fault === "lost") response.socket?.destroy();
  else if (fault === "200 error") response.writeHead(200, json).end('{"error":"something went wrong"}');
  else if (fault === "bad json") response.writeHead(200, json).end('{"id":');
  else if (fault === "reset mid-body") {
    response.writeHead(200, { ...json, "content-length": "1000" }).write('{"id":"');
    setTimeout(() => response.socket?.resetAndDestroy(), 10);
  } else if (fault === "slow drip") {
    response.writeHead(200, json);
    const drip = setInterval(() => response.write(" "), 50);
    response.on("close", () => clearInterval(drip));
  }
}

function nameOf(status: number): string {
  return status === 429 ? "rate_limit_exceeded" : "internal_server_error";
}

async function readAll(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request) body += chunk;
  return body;
}
