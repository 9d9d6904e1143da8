import { afterEach, expect, test, vi } from "vitest";
import { channelOf } from "../signal";
import { createEmbeddedRealtime } from "./realtime";
import { ACCOUNT, greet, openClient, startHub } from "./testing";

const ANNA = channelOf("wsp_1", "anna");
const BORIS = channelOf("wsp_1", "boris");

let running: Awaited<ReturnType<typeof startHub>>;
const start = async (options?: Parameters<typeof startHub>[0]) => (running = await startHub(options));
afterEach(async () => {
  vi.useRealTimers();
  await running.close();
});

test("greets with a socket id and the time after which to ping", async () => {
  const { port } = await start();
  const { greeting } = await greet(port);
  expect(greeting.event).toBe("pusher:connection_established");
  expect(JSON.parse(greeting.data)).toEqual({
    socket_id: expect.stringMatching(/^\d+\.\d+$/),
    activity_timeout: 60,
  });
});

test("answers a ping", async () => {
  const { port } = await start();
  const client = await greet(port);
  client.say("pusher:ping", {});
  expect(await client.next()).toEqual({ event: "pusher:pong", data: "{}" });
});

test("lets a signed subscription in and hands it what is published there", async () => {
  const { hub, port } = await start();
  const client = await greet(port);
  expect(await client.join(ANNA)).toMatchObject({ event: "pusher_internal:subscription_succeeded", channel: ANNA });
  expect(hub.publish(ANNA, "changed", { ids: ["ntf_1"] })).toBe(1);
  expect(await client.next()).toEqual({ event: "changed", channel: ANNA, data: '{"ids":["ntf_1"]}' });
});

test("takes a public channel without a signature", async () => {
  const { port } = await start();
  const client = await greet(port);
  client.say("pusher:subscribe", { channel: "news" });
  expect((await client.next()).event).toBe("pusher_internal:subscription_succeeded");
});

test("hands nothing to the channel of somebody else", async () => {
  const { hub, port } = await start();
  const [anna, boris] = [await greet(port), await greet(port)];
  await anna.join(ANNA);
  await boris.join(BORIS);
  hub.publish(ANNA, "changed", {});
  boris.say("pusher:ping", {});
  expect((await boris.next()).event).toBe("pusher:pong");
  expect((await anna.next()).event).toBe("changed");
});

test("refuses a private channel without a signature, with one for another socket, and with one for another channel", async () => {
  const { hub, port } = await start();
  const [client, other] = [await greet(port), await greet(port)];
  const realtime = createEmbeddedRealtime(hub, ACCOUNT);
  for (const auth of [
    undefined,
    "",
    realtime.authorize(other.id, ANNA).auth,
    realtime.authorize(client.id, BORIS).auth,
  ]) {
    client.say("pusher:subscribe", { channel: ANNA, auth });
    const answer = await client.next();
    expect(answer).toMatchObject({ event: "pusher:subscription_error", channel: ANNA });
    expect(JSON.parse(answer.data)).toMatchObject({ status: 401 });
  }
  expect(hub.publish(ANNA, "changed", {})).toBe(0);
});

test.each(["", "a b", "#server", "ü", "x".repeat(165), "presence-room"])(
  "refuses the channel name %j",
  async (channel) => {
    const { hub, port } = await start();
    const client = await greet(port);
    client.say("pusher:subscribe", { channel, auth: "" });
    expect((await client.next()).event).toBe("pusher:subscription_error");
    expect(hub.stats().channels).toBe(0);
  },
);

test("lets one socket into no more channels than it may join", async () => {
  const { port } = await start({ limits: { channelsPerSocket: 2 } });
  const client = await greet(port);
  const answers = [await client.join("private-1"), await client.join("private-2"), await client.join("private-3")];
  expect(answers.map(({ event }) => event.split(":")[1])).toEqual([
    "subscription_succeeded",
    "subscription_succeeded",
    "subscription_error",
  ]);
});

test("hands nothing more after an unsubscribe", async () => {
  const { hub, port } = await start();
  const client = await greet(port);
  await client.join(ANNA);
  client.say("pusher:unsubscribe", { channel: ANNA });
  client.say("pusher:ping", {});
  await client.next();
  expect(hub.publish(ANNA, "changed", {})).toBe(0);
  expect(hub.stats()).toEqual({ sockets: 1, channels: 0 });
});

test("forgets the channels of a socket that went", async () => {
  const { hub, port } = await start();
  const client = await greet(port);
  await client.join(ANNA);
  client.socket.terminate();
  await expect.poll(() => hub.stats()).toEqual({ sockets: 0, channels: 0 });
});

test.each([
  ["an unknown key", "/app/other?protocol=7", 4001],
  ["another protocol", `/app/${ACCOUNT.key}?protocol=6`, 4007],
  ["no protocol", `/app/${ACCOUNT.key}`, 4007],
])("turns %s away, saying why", async (_, path, code) => {
  const { hub, port } = await start();
  const client = openClient(port, path);
  const reason = await client.next();
  expect(reason.event).toBe("pusher:error");
  expect(JSON.parse(reason.data).code).toBe(code);
  expect(await client.closed).toBe(code);
  expect(hub.stats().sockets).toBe(0);
});

test.each(["/", "/app", "/app/", `/app/${ACCOUNT.key}/more`, `/other/app/${ACCOUNT.key}`, "//"])(
  "leaves the socket for %j to others",
  async (path) => {
    const { port } = await start();
    expect(await openClient(port, path).closed).toBe(1006);
  },
);

test("turns away whoever comes when it is full", async () => {
  const { port } = await start({ limits: { sockets: 1 } });
  await greet(port);
  expect(await openClient(port).closed).toBe(4100);
});

test("closes every socket of a channel, for good, and no other", async () => {
  const { hub, port } = await start();
  const clients = [await greet(port), await greet(port), await greet(port)];
  await clients[0]!.join(ANNA);
  await clients[1]!.join(ANNA);
  await clients[2]!.join(BORIS);
  await createEmbeddedRealtime(hub, ACCOUNT).disconnect("wsp_1", "anna");
  expect(hub.publish(ANNA, "changed", {})).toBe(0);
  expect(await Promise.all([clients[0]!.closed, clients[1]!.closed])).toEqual([4009, 4009]);
  await expect.poll(() => hub.stats()).toEqual({ sockets: 1, channels: 1 });
});

test("drops a client that floods it", async () => {
  const { port } = await start({ limits: { framesPerSecond: 50 }, now: () => 0 });
  const client = await greet(port);
  for (let at = 0; at < 51; at++) client.say("pusher:ping", {});
  expect(await client.closed).toBe(4301);
  expect(client.captured.filter((frame) => frame.includes("pusher:pong"))).toHaveLength(50);
});

test("drops a client whose frame is too large", async () => {
  const { port } = await start();
  const client = await greet(port);
  client.say("pusher:subscribe", { channel: "x".repeat(11_000) });
  expect(await client.closed).toBe(1009);
});

test.each(["{", "null", "7", '"text"', "[]", '{"event":7}'])("says that %j is no frame, and goes on", async (text) => {
  const { port } = await start();
  const client = await greet(port);
  client.socket.send(text);
  expect((await client.next()).event).toBe("pusher:error");
  client.say("pusher:ping", {});
  expect((await client.next()).event).toBe("pusher:pong");
});

test("drops a reader that is too slow, rather than keep its mail", async () => {
  const { hub, port } = await start({ limits: { backlogBytes: 100_000 } });
  const client = await greet(port);
  await client.join(ANNA);
  client.socket.pause();
  for (let at = 0; at < 2_000; at++) hub.publish(ANNA, "changed", "x".repeat(10_000));
  await expect.poll(() => hub.stats().sockets).toBe(0);
});

test("asks the silent, keeps those who answer and drops those who do not", async () => {
  vi.useFakeTimers({ toFake: ["Date", "setInterval", "clearInterval"] });
  const { hub, port } = await start();
  const [living, dead] = [await greet(port), await greet(port)];
  await living.join(ANNA);
  await dead.join(ANNA);
  vi.advanceTimersByTime(70_000);
  expect([(await living.next()).event, (await dead.next()).event]).toEqual(["pusher:ping", "pusher:ping"]);
  living.say("pusher:pong", {});
  living.say("pusher:ping", {});
  await living.next();
  vi.advanceTimersByTime(40_000);
  expect(await dead.closed).toBe(1006);
  await expect.poll(() => hub.stats().sockets).toBe(1);
});

test("drops who came and subscribed to nothing", async () => {
  vi.useFakeTimers({ toFake: ["Date", "setInterval", "clearInterval"] });
  const { port } = await start();
  const client = await greet(port);
  vi.advanceTimersByTime(40_000);
  expect(await client.closed).toBe(4202);
});

test("sends everybody away when it closes, and is done when they are gone", async () => {
  const { hub, port } = await start();
  const client = await greet(port);
  await hub.close();
  expect(hub.stats().sockets).toBe(0);
  expect(await client.closed).toBe(1001);
});

test("lets other work run between the signals of a large audience", async () => {
  const { hub, port } = await start();
  const client = await greet(port);
  await client.join(ANNA);
  let turns = 0;
  const count = () => {
    turns += 1;
    counting = setImmediate(count);
  };
  let counting = setImmediate(count);
  const signal = { notificationIds: ["ntf_1"], position: "7" };
  const audience = Array.from({ length: 500 }, () => ({ workspaceId: "wsp_1", userId: "anna", signal }));
  await createEmbeddedRealtime(hub, ACCOUNT).send(audience);
  clearImmediate(counting);
  expect(turns).toBeGreaterThanOrEqual(9);
  await expect.poll(() => client.unread.length).toBe(500);
});

test("puts nothing but ids and a position on the wire (S22)", async () => {
  const { hub, port } = await start();
  const client = await greet(port);
  await client.join(ANNA);
  const signal = { notificationIds: ["ntf_1", "ntf_2"], position: "7" };
  const fat = { ...signal, title: "Salary", body: "Raise" };
  await createEmbeddedRealtime(hub, ACCOUNT).send([{ workspaceId: "wsp_1", userId: "anna", signal: fat }]);
  expect(await client.next()).toEqual({
    event: "changed",
    channel: ANNA,
    data: '{"ids":["ntf_1","ntf_2"],"position":"7"}',
  });
  expect(client.captured.join()).not.toMatch(/Salary|Raise|title|body|anna/);
});
