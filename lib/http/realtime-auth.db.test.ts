import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sessionCookie } from "@/lib/auth/cookie";
import { startSession } from "@/lib/auth/session";
import { channelOf } from "@/lib/realtime/signal";
import { expectProblem, serveApi } from "./testing";

let api: Awaited<ReturnType<typeof serveApi>>;
let cookie: string;

beforeAll(async () => {
  api = await serveApi();
  // Cookies are sealed by the real clock.
  api.pass(Date.now() - api.made.clock.now().getTime());
  await api.addUser("ada");
  const ada = { workspaceId: api.workspaceId, id: "ada" };
  const device = { userAgent: "", address: "192.0.2.1" };
  const sid = await api.db.transact((tx) => startSession(tx, ada, device, api.made.clock.now()));
  const { name } = sessionCookie(api.made);
  cookie = `${name}=${await encode({ token: { sub: "ada", sid }, secret: api.made.authSecret, salt: name })}`;
});
afterAll(() => api.close());

const own = { "sec-fetch-site": "same-origin" };
const formFor = (userId: string) =>
  String(new URLSearchParams({ socket_id: "1.2", channel_name: channelOf(api.workspaceId, userId) }));

function ask(body: BodyInit, more: Record<string, string>): Promise<Response> {
  return fetch(`http://127.0.0.1:${api.port}/api/realtime/auth`, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded;charset=UTF-8", ...more },
    body,
    duplex: "half",
  } as RequestInit);
}

async function refusal(body: BodyInit, more: Record<string, string>, status: number): Promise<void> {
  const { headers, ...answer } = await ask(body, more).then(async (response) => ({
    status: response.status,
    headers: response.headers,
    body: await response.json(),
  }));
  expectProblem({ ...answer, headers }, status);
}

test("S22: lets a person listen to their own channel", async () => {
  const answer = await ask(formFor("ada"), { ...own, cookie });
  expect(answer.status).toBe(200);
  expect(answer.headers.get("cache-control")).toBe("private, no-store");
  expect(await answer.json()).toEqual({ auth: "" });
});

test("S22: 403 for another's channel, for a socket id that is none, from elsewhere, and signed out", async () => {
  await refusal(formFor("bo"), { ...own, cookie }, 403);
  await refusal(formFor("ada").replace("1.2", "x"), { ...own, cookie }, 403);
  await refusal(formFor("ada"), { cookie, "sec-fetch-site": "cross-site" }, 403);
  await refusal(formFor("ada"), own, 403);
});

test("F32: a stranger is refused before anything of the body is read", async () => {
  // It never ends, and so no answer could come after it.
  await refusal(new ReadableStream({ start: (body) => body.enqueue(Buffer.from("socket_id=")) }), own, 403);
});

test("F32: 413 for a body longer than 4096 bytes, and for one that does not say how long it is", async () => {
  await refusal(`${formFor("ada")}&more=${"x".repeat(4096)}`, { ...own, cookie }, 413);
  await refusal(new Blob([formFor("ada")]).stream(), { ...own, cookie }, 413);
});
