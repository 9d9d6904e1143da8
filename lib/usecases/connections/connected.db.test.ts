import { afterAll, beforeAll, expect, test } from "vitest";
import { disableConnection, insertConnection } from "@/db/queries/connections";
import type { Channel } from "@/lib/core/channel";
import { newId } from "@/lib/ids";
import { deliveringIn } from "../delivery/testing";
import { getEvent } from "../events/get-event";
import { startWorkspace } from "../testing";
import { connectable, loadConnected } from "./load-connected";

const TOPIC = "deals.stage_changed";
let here: Awaited<ReturnType<typeof startWorkspace>>;

beforeAll(async () => {
  here = await startWorkspace();
  for (const id of ["ada", "bo"]) {
    await here.addUser(id);
    await deliveringIn(here, []).want(id, "apps");
  }
});
afterAll(() => here.close());

async function connect(userId: string | null, channel: Channel): Promise<string> {
  const id = newId("con");
  const row = { id, workspaceId: here.workspaceId, userId, channel, label: channel, config: {} };
  await here.db.transact((tx) => insertConnection(tx, { ...row, createdAt: here.asApp().now }));
  return id;
}

async function appsOf(user: string) {
  const id = await here.publish({ topic: TOPIC, recipients: [{ user, as: "owner" }] });
  await here.decide();
  const { decisions } = await getEvent.run(here.asApp(), { id, limit: 10, cursor: undefined });
  const channels = Object.fromEntries((decisions[0]?.channels ?? []).map((one) => [one.channel, one.reason]));
  const lanes = (await deliveringIn(here, []).rows()).filter((row) => row.eventId === id).map((row) => row.lane);
  return { slack: channels.slack, webhook: channels.webhook, lanes: lanes.sort() };
}

test("what a person connected is queued, one delivery a connection; what they did not is not connected", async () => {
  await connect(null, "slack");
  const first = await connect("ada", "webhook");
  expect(await appsOf("ada")).toEqual({
    slack: "channel_not_connected",
    webhook: "queued",
    lanes: [`webhook:${first}`],
  });
  const second = await connect("ada", "webhook");
  const slack = await connect("ada", "slack");
  expect(await appsOf("ada")).toEqual({
    slack: "queued",
    webhook: "queued",
    lanes: [`slack:${slack}`, ...[`webhook:${first}`, `webhook:${second}`].sort()],
  });
  expect(await appsOf("bo")).toEqual({ slack: "channel_not_connected", webhook: "channel_not_connected", lanes: [] });
  await here.db.transact((tx) => disableConnection(tx, slack, "endpoint_gone", here.asApp().now));
  expect((await appsOf("ada")).slack).toBe("channel_not_connected");
});

test("a thousand people cost one look at their connections, and none where the topic goes to no app", async () => {
  const looks: string[] = [];
  const read = here.db.read;
  const ids = Array.from({ length: 1000 }, (_, n) => `many-${n}`);
  await here.addUsers(ids);
  const spied = new Proxy(read, {
    get: (target, name, receiver) => {
      if (name === "select") looks.push("select");
      return Reflect.get(target, name, receiver);
    },
  });
  await loadConnected(spied, here.workspaceId, ["slack", "webhook"], ids);
  expect(looks).toHaveLength(1);
  await loadConnected(spied, here.workspaceId, connectable([{ media: ["email", "desktop"] } as never]), ids);
  expect(looks).toHaveLength(1);
});
