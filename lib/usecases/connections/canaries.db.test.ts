import { createServer, type Server } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { insertConnection } from "@/db/queries/connections";
import { createTeams } from "@/lib/channels/teams/teams";
import { createWebhook } from "@/lib/channels/webhook";
import type { App } from "@/lib/core/app-view";
import { newId } from "@/lib/ids";
import { createOutgoing } from "@/lib/outgoing";
import { deliveringIn } from "../delivery/testing";
import { startWorkspace } from "../testing";
import { sealedConfig } from "./config";
import { connectApp } from "./connect-app";
import { tryApp } from "./try-app";

/** Whoever connects to one of these went where nobody may go. */
const canaries: Server[] = [];
let visits = 0;
let here: Awaited<ReturnType<typeof startWorkspace>>;
const outgoing = createOutgoing({ allowPrivate: false, timeout: 1000 });

beforeAll(async () => {
  here = await startWorkspace();
  for (const host of ["127.0.0.1", "::1"]) {
    const canary = createServer((socket) => {
      visits++;
      socket.destroy();
    });
    await new Promise<void>((ready) => canary.listen(0, host, ready).once("error", () => ready()));
    if (canary.listening) canaries.push(canary);
  }
});
afterAll(async () => {
  for (const canary of canaries) canary.close();
  outgoing.close();
  await here.close();
});

/** The forms of S10, each at the canaries' ports and at those of https and http. */
function forms(): string[] {
  const hosts = [
    ...["127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "2130706433", "0x7f.1", "017700000001", "127.0.0.1."],
    ...["localhost", "localhost.", "hooks.example@127.0.0.1", "169.254.169.254", "100.64.0.1", "[fd00::1]"],
  ];
  const ports = canaries.map((canary) => `:${(canary.address() as { port: number }).port}`);
  return hosts.flatMap((host) =>
    ["", ...ports].flatMap((port) => [`https://${host}${port}/`, `http://${host}${port}/`]),
  );
}

test("S10: connecting, testing, delivering and trying again never reach a private address, whatever its form", {
  timeout: 60_000,
}, async () => {
  const publicUrl = "https://belfry.example";
  const mine = deliveringIn(here, [createTeams({ publicUrl, outgoing }), createWebhook(outgoing, () => new Date())]);
  const as = (id: string) => ({ ...here.asUser(id), channels: mine.given.channels });
  const all = forms().flatMap((url) => (["teams", "webhook"] as const).map((app) => ({ app, url })));
  expect(all.length).toBeGreaterThanOrEqual(56);
  const people = all.map((_, n) => `user-${n}`);
  await here.addUsers(people);

  for (const [n, { app, url }] of all.entries()) {
    await expect(connectApp.run(as(`user-${n}`), { app, address: url })).rejects.toMatchObject({
      code: "unprocessable",
    });
  }
  // As if it had been stored before the rule, or behind a name that was public then.
  const ids = await store(all);
  for (const [n, id] of ids.entries()) {
    const tried = await tryApp.run(as(`user-${n}`), { id });
    expect(tried.ok).toBe(false);
  }
  here.pass(10_000);
  for (const person of people) await mine.want(person, "apps");
  await mine.notify(people.length, (n) => `user-${n}`);
  for (let round = 0; round < 3; round++) {
    await mine.deliver();
    here.pass(86_400_000);
  }
  const rows = (await mine.rows()).filter(({ connectionId }) => connectionId !== null);
  expect(rows).toHaveLength(all.length);
  expect(new Set(rows.map(({ state, detail }) => `${state} ${detail}`))).toEqual(new Set(["failed address_refused"]));
  expect(visits).toBe(0);
});

async function store(all: readonly { app: App; url: string }[]): Promise<string[]> {
  const { workspaceId, secret, now } = here.asApp();
  const rows = all.map(({ app, url }, n) => {
    const secrets = [`whsec_${Buffer.alloc(32, 1).toString("base64")}`];
    const config = sealedConfig(secret, app === "webhook" ? { url, secrets } : { url });
    return { id: newId("con"), workspaceId, userId: `user-${n}`, channel: app, label: "mine", config, createdAt: now };
  });
  await here.db.transact(async (tx) => {
    for (const row of rows) await insertConnection(tx, row);
  });
  return rows.map(({ id }) => id);
}
