import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Installation, newInstallation, send } from "./testing";

const SECRETS = {
  AUTH_SECRET: "canary-auth-secret-0123456789abcdefghij",
  BELFRY_ADMIN_EMAIL: "root@example.com",
  BELFRY_ADMIN_PASSWORD: "canary admin password 71",
  PUSHER_KEY: "canary-public-key",
  PUSHER_SECRET: "canary-pusher-secret",
};
let here: Installation;
let key: string;

beforeAll(async () => {
  here = await newInstallation({ ...SECRETS, LOG_LEVEL: "trace" });
  ({ key = "" } = await here.cli("api-key", "create", "--name", "Fortnox", "--scopes", "events:write,directory:write"));
}, 60_000);
afterAll(() => here.remove());

test("S14, S26: no key, secret or password is in the log or in any file of the data folder", async () => {
  await here.cli("user", "set", "--id", "ada", "--email", "ada@example.com", "--password", "canary user password 72");
  const server = await here.start();
  const api = (method: string, at: string, json?: unknown, more = {}) =>
    send(here.port, { method, path: `/api/v1/${at}`, key, json, ...more });
  const event = { topic: "deals.assigned", recipients: [{ user: "ada", as: "assignee" }] };
  const answers = [
    await api("POST", "events", event, { idempotencyKey: "one" }),
    await api("POST", "events", { ...event, topic: "no.such" }),
    await api("POST", `events?key=${key}`, event),
    await api("GET", `users?api_key=${encodeURIComponent(key)}`),
    await api("PUT", "users/bo", { email: "bo@example.com", password: "canary user password 73" }),
    await send(here.port, { method: "GET", path: "/api/v1/users", key: `${key.slice(0, -1)}x` }),
    await signIn("ada@example.com", "canary user password 72"),
    await signIn("ada@example.com", "canary wrong password 74"),
  ];
  expect(answers.slice(0, 6).map(({ status }) => status)).toEqual([202, 422, 400, 400, 422, 401]);
  // Keys in use are noted a second later: that write is looked through too.
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const running = filesIn(here.folder);
  server.child.kill("SIGTERM");
  expect((await server.exited).code).toBe(0);

  const log = server.output.join("");
  expect(log).toContain('"path":"/api/v1/events"');
  const secret = key.split("_").slice(2).join("_");
  const looked = [...running, ...filesIn(here.folder), ["log", Buffer.from(log)] as const];
  expect(looked.length).toBeGreaterThan(3);
  for (const [name, bytes] of looked) {
    for (const canary of [key, secret, Buffer.from(key).toString("base64").slice(0, -4), "canary"]) {
      expect(bytes.includes(canary), `${canary.slice(0, 12)}… in ${name}`).toBe(false);
    }
  }
  for (const { body } of answers) expect(body).not.toContain(secret);
});

test("every line of the log is JSON with a time and a level, but for the words that greet", async () => {
  const server = await here.start();
  await send(here.port, { method: "GET", path: "/api/v1/topics", key });
  server.child.kill("SIGINT");
  await server.exited;
  const lines = server.output
    .join("")
    .split("\n")
    .filter((line) => line.startsWith("{"));
  expect(lines.length).toBeGreaterThan(2);
  for (const line of lines) {
    expect(JSON.parse(line)).toMatchObject({ level: expect.any(String), time: expect.stringMatching(/Z$/) });
  }
});

async function signIn(email: string, password: string) {
  const csrf = await send(here.port, { method: "GET", path: "/api/auth/csrf" });
  return send(here.port, {
    method: "POST",
    path: "/api/auth/callback/credentials",
    json: { email, password, csrfToken: JSON.parse(csrf.body).csrfToken },
  });
}

function filesIn(folder: string): [string, Buffer][] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => [entry.name, readFileSync(path.join(entry.parentPath, entry.name))]);
}
