import { expect, onTestFinished, test } from "vitest";
import { ACCOUNT, greet, startHub } from "./embedded/testing";
import { createPusherRealtime } from "./pusher";
import { channelOf } from "./signal";
import { DISMISSED } from "./wire";

async function start(account: Partial<typeof ACCOUNT> = {}) {
  const running = await startHub();
  const realtime = createPusherRealtime({ ...ACCOUNT, ...account, host: "127.0.0.1", port: running.port, tls: false });
  onTestFinished(async () => {
    await realtime.close();
    await running.close();
  });
  return { ...running, realtime };
}

const messagesFor = (userId: string, count: number) =>
  Array.from({ length: count }, (_, at) => ({
    workspaceId: "wsp_1",
    userId,
    signal: { notificationIds: [`ntf_${at}`], position: `${at}` },
  }));

test("signs what the hub lets in, and hands over more signals than one call takes", async () => {
  const { port, realtime } = await start();
  const client = await greet(port);
  const channel = channelOf("wsp_1", "anna");
  client.say("pusher:subscribe", { channel, ...realtime.authorize(client.id, channel) });
  expect((await client.next()).event).toBe("pusher_internal:subscription_succeeded");

  await realtime.send(messagesFor("anna", 101));
  await expect.poll(() => client.unread.length).toBe(101);
  const positions = client.unread.map(({ data }) => Number(JSON.parse(data).position));
  expect(positions.sort((a, b) => a - b)).toEqual(Array.from({ length: 101 }, (_, at) => at));
});

test("rejects, without the signed address, when the server refuses", async () => {
  const { realtime } = await start({ secret: "wrong" });
  const fault = await realtime.send(messagesFor("anna", 11)).catch((error) => error);
  expect(fault.message).toBe("2 of 2 calls to the realtime server failed.");
  expect(fault.cause).toBe("status 401");
});

test("rejects when what answers is not a Pusher server, though it says 200", async () => {
  const { realtime } = await start({ appId: "another" });
  await expect(realtime.send(messagesFor("anna", 1))).rejects.toMatchObject({
    cause: "The realtime server answered 200, but not as a Pusher server does.",
  });
});

test("rejects when nobody answers", async () => {
  const { realtime, close } = await start();
  await close();
  await expect(realtime.send(messagesFor("anna", 1))).rejects.toMatchObject({ cause: "no connection" });
});

test("asks the tabs of a disabled person to leave", async () => {
  const { port, realtime } = await start();
  const client = await greet(port);
  await client.join(channelOf("wsp_1", "anna"));
  await realtime.disconnect("wsp_1", "anna");
  expect((await client.next()).event).toBe(DISMISSED);
});

test("tells the browser where to listen, and no secret", () => {
  const account = { appId: "1", key: "k", secret: "s" };
  expect(createPusherRealtime({ ...account, cluster: "eu" }).clientSettings()).toEqual({ key: "k", cluster: "eu" });
  expect(createPusherRealtime({ ...account, host: "push.example.com" }).clientSettings()).toEqual({
    key: "k",
    host: "push.example.com",
    tls: true,
  });
});
