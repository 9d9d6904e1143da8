import { afterAll, beforeAll, expect, test } from "vitest";
import { startStandIn } from "@/lib/channels/testing";
import { type Installation, newInstallation, send } from "./testing";

const TOPIC = "deals.stage_changed";
let here: Installation;
let key: string;
let receiver: Awaited<ReturnType<typeof startStandIn>>;

beforeAll(async () => {
  receiver = await startStandIn();
  here = await newInstallation({ ALLOW_PRIVATE_TARGETS: "true" });
  ({ key = "" } = await here.cli("api-key", "create", "--name", "Fortnox", "--scopes", "events:write"));
  await here.cli("user", "set", "--id", "ada", "--email", "ada@example.com");
  connectWebhook(`${receiver.url}/hook`);
}, 60_000);
afterAll(async () => {
  await here.remove();
  await receiver.stop();
});

test("the built server makes its calls in the built thread, which does not keep it from ending", async () => {
  const server = await here.start();
  const json = { topic: TOPIC, recipients: [{ user: "ada", as: "owner" }], title: "Fjord AB signed" };
  expect((await send(here.port, { method: "POST", path: "/api/v1/events", key, json })).status).toBe(202);
  await expect.poll(deliveryStates, { timeout: 10_000 }).toEqual(["sent"]);
  expect(receiver.seen.map(({ path, body }) => [path, JSON.parse(body).data.title])).toEqual([["/hook", json.title]]);
  server.child.kill("SIGTERM");
  expect(await server.exited).toEqual({ code: 0, signal: null });
});

/** As Ada would in her settings. */
function connectWebhook(url: string): void {
  const db = here.open();
  const config = JSON.stringify({ url, secrets: [`whsec_${Buffer.alloc(32, 1).toString("base64")}`] });
  db.exec(`
    insert into connections (id, workspace_id, user_id, channel, label, config, created_at)
      select 'con_1', workspace_id, id, 'webhook', 'hook', '${config}', 0 from users where id = 'ada';
    insert into user_topic_preferences (workspace_id, user_id, topic, medium, enabled, updated_at)
      select workspace_id, id, '${TOPIC}', 'apps', 1, 0 from users where id = 'ada';
  `);
  db.close();
}

function deliveryStates(): unknown[] {
  const db = here.open();
  const states = db.prepare("select state from deliveries where channel = 'webhook'").pluck().all();
  db.close();
  return states;
}
