import { readdirSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { getRequestListener } from "@hono/node-server";
import { expect } from "vitest";
import { receive } from "@/lib/boot/receive";
import { SCOPES, type Scope } from "@/lib/core/scope";
import type { WorkspaceId } from "@/lib/core/workspace";
import { readEnv } from "@/lib/env";
import { createLog } from "@/lib/log";
import { type Runtime, setRuntime } from "@/lib/runtime";
import { createApiKey } from "@/lib/usecases/access/create-api-key";
import { startWorkspace } from "@/lib/usecases/testing";
import { contractOf } from "./openapi/contract";
import { openApiDocument } from "./openapi/document";

type Handler = (request: Request, segment: { params: Promise<Record<string, unknown>> }) => Promise<Response>;

export interface Answer {
  status: number;
  headers: Headers;
  /** The JSON of the body, or its text where it is none. */
  // biome-ignore lint/suspicious/noExplicitAny: a test says itself what it expects.
  body: any;
}

/** What `call` sends beside the address: `json` as JSON, or `body` as it stands. */
export interface Sent {
  json?: unknown;
  body?: string | Uint8Array;
  headers?: Record<string, string>;
  /** Instead of the workspace's own key with all scopes; null sends none. */
  key?: string | null;
}

/**
 * The API over real HTTP in this process: the route files, the hot routes as server.ts mounts them, a real database.
 * Only Next's finding of the file is done by hand. `faults` holds what was logged as an error.
 */
export async function serveApi() {
  const here = await startWorkspace();
  const faults: string[] = [];
  const log = createLog("warn", { write: (line: string) => void faults.push(line) });
  const made: Runtime = {
    env: envOf(here.url),
    log,
    clock: { now: () => here.asApp().now },
    db: here.db,
    realtime: {
      send: async () => {},
      disconnect: async () => {},
      authorize: () => ({ auth: "" }),
    } as unknown as Runtime["realtime"],
    channels: new Map(),
    pushKey: "",
    publicUrl: "http://localhost",
    authSecret: here.asApp().secret,
    wake() {},
    ready: true,
    workerSeenAt: performance.now(),
  };
  setRuntime(made);
  const routes = listRoutes();
  const toRoutes = getRequestListener((request) => dispatch(routes, request), { overrideGlobalObjects: false });
  const server = createServer(
    receive(made, (request, response) => toRoutes(request as IncomingMessage, response), null),
  );
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;

  async function newKey(scopes: readonly Scope[] = SCOPES, workspaceId: WorkspaceId = here.workspaceId) {
    const system = { ...here.asApp(), workspaceId, actor: { kind: "system" } as const };
    return createApiKey.run(system, { name: "Fortnox", scopes: [...scopes] });
  }
  const { key: ownKey } = await newKey();

  async function call(
    method: string,
    address: string,
    { json, body, headers, key = ownKey }: Sent = {},
  ): Promise<Answer> {
    const response = await fetch(`http://127.0.0.1:${port}${address}`, {
      method,
      headers: {
        ...(key === null ? {} : { authorization: `Bearer ${key}` }),
        ...(json === undefined && body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      body: (json === undefined ? body : JSON.stringify(json)) as BodyInit | undefined,
    });
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.includes("json");
    const answer = {
      status: response.status,
      headers: response.headers,
      body: isJson && text ? JSON.parse(text) : text,
    };
    expectDeclared(method, address, answer);
    return answer;
  }

  return {
    ...here,
    call,
    newKey,
    ownKey,
    port,
    faults,
    made,
    routes,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await here.close();
    },
  };
}

/** C1: what was answered is what the document declares. */
function expectDeclared(method: string, address: string, { status, body }: Answer): void {
  undeclared ??= contractOf(openApiDocument("http://localhost"));
  expect(undeclared({ method, address, status, body })).toBeNull();
}

let undeclared: ReturnType<typeof contractOf> | undefined;

/** A problem as RFC 9457 wants it, with the pointers of its `errors` where they are given (C2). */
export function expectProblem({ status, headers, body }: Answer, wanted: number, pointers?: string[]): void {
  expect(status, JSON.stringify(body)).toBe(wanted);
  expect(headers.get("content-type")).toBe("application/problem+json");
  expect(headers.get("cache-control")).toBe("private, no-store");
  expect(headers.get("x-request-id")).toBe(body.request_id);
  expect(body.request_id).toMatch(/^[\w-]{1,64}$/);
  expect(body).toMatchObject({ status: wanted, title: expect.stringMatching(/^[A-Z]/) });
  expect(body.type).toMatch(/^\/problems\/[a-z-]+$/);
  expect(body.detail).toMatch(/^[A-Z].+[.…:]/s);
  for (const each of body.errors ?? []) expect(each.detail).toMatch(/^\S.+/s);
  if (wanted === 422) expect(body.errors.length, JSON.stringify(body)).toBeGreaterThan(0);
  if (pointers) expect(body.errors?.map((each: { pointer: string }) => each.pointer)).toEqual(pointers);
  if (wanted === 503 || wanted === 429) expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
  if (wanted === 401) expect(headers.get("www-authenticate")).toBe("Bearer");
}

interface Route {
  /** As in `/api/v1/users/[id]`. */
  path: string;
  pattern: RegExp;
  names: string[];
  load(): Promise<Record<string, Handler>>;
}

/** Every route file of the API, so that a new endpoint is met by each test that goes over all of them. */
function listRoutes(): Route[] {
  const root = path.join(process.cwd(), "app");
  return readdirSync(path.join(root, "api"), { recursive: true, encoding: "utf8" })
    .filter((file) => path.basename(file) === "route.ts" && !file.startsWith("auth"))
    .map((file) => {
      const route = `/api/${path.dirname(file)}`;
      const names = [...route.matchAll(/\[(?:\.\.\.)?(\w+)\]/g)].map(([, name]) => name ?? "");
      const pattern = new RegExp(
        `^${route.replace(/\/\[\[\.\.\.\w+\]\]/, "(?:/(.+))?").replace(/\[\w+\]/g, "([^/]+)")}$`,
      );
      return { path: route, pattern, names, load: () => import(path.join(root, "api", file)) };
    })
    .sort((a, b) => specificity(a.path) - specificity(b.path));
}

/** As Next does: a fixed part goes before `[id]`, and that before `[[...path]]`. */
function specificity(route: string): number {
  return (route.includes("[...") ? 100 : 0) + (route.match(/\[/g)?.length ?? 0);
}

async function dispatch(routes: readonly Route[], request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  for (const { pattern, names, load } of routes) {
    const match = pattern.exec(pathname);
    if (!match) continue;
    const handler = (await load())[request.method === "HEAD" ? "GET" : request.method];
    if (!handler) return new Response(null, { status: 405 });
    try {
      const params = Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(match[index + 1] ?? "")]));
      return await handler(request, { params: Promise.resolve(params) });
    } catch (error) {
      if (error instanceof URIError) return new Response(null, { status: 400 });
      throw error;
    }
  }
  return new Response(null, { status: 404 });
}

function envOf(databaseUrl: string) {
  const read = readEnv({ DATABASE_URL: databaseUrl });
  if ("faults" in read) throw new Error(read.faults.join());
  return read.env;
}
