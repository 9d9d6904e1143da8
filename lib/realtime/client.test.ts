import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test, vi } from "vitest";
import { type ListeningState, subscribe } from "./client";
import { createEmbeddedRealtime } from "./embedded/realtime";
import { ACCOUNT, startHub } from "./embedded/testing";
import { channelOf, type Signal } from "./signal";

const ANNA = channelOf("wsp_1", "anna");

/** A hub, an endpoint that gives leave to listen, and the real pusher-js between them. */
async function start(status = 200) {
  const { close, ...running } = await startHub();
  const realtime = createEmbeddedRealtime(running.hub, ACCOUNT);
  const leave = { status };
  const server = createServer(async (req, res) => {
    let form = "";
    for await (const chunk of req) form += chunk;
    const wish = new URLSearchParams(form);
    const answer = realtime.authorize(wish.get("socket_id") ?? "", wish.get("channel_name") ?? "");
    res.writeHead(leave.status, { "content-type": "application/json" }).end(JSON.stringify(answer));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(async () => {
    server.close();
    server.closeAllConnections();
    await close();
  });
  const authEndpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/realtime/auth`;
  return { ...running, realtime, authEndpoint, leave };
}

function listen(place: { port: number; authEndpoint: string }, settings = {}, spreadMs = 0) {
  const states: ListeningState[] = [];
  const signals: Signal[] = [];
  const stop = subscribe({
    settings: { key: ACCOUNT.key, host: "127.0.0.1", port: place.port, tls: false, ...settings },
    channel: ANNA,
    onSignal: (signal) => signals.push(signal),
    onState: (state) => states.push(state),
    authEndpoint: place.authEndpoint,
    spreadMs,
  });
  onTestFinished(stop);
  return { states, signals, stop };
}

const seen = (states: ListeningState[]) => expect.poll(() => states.join(" "), { timeout: 5_000 });
const signal = { notificationIds: ["ntf_1"], position: "7" };

test("asks for leave, listens, and hands on a signal", async () => {
  const place = await start();
  const { states, signals } = listen(place);
  await seen(states).toBe("connected");
  await place.realtime.send([{ workspaceId: "wsp_1", userId: "anna", signal }]);
  await expect.poll(() => signals).toEqual([signal]);
});

test("goes back to where the page came from when the settings name no place", async () => {
  const place = await start();
  vi.stubGlobal("location", { hostname: "127.0.0.1", port: String(place.port), protocol: "http:" });
  onTestFinished(() => void vi.unstubAllGlobals());
  const { states } = listen(place, { host: undefined, port: undefined, tls: undefined });
  await seen(states).toBe("connected");
});

test("keeps a payload that is no signal to itself", async () => {
  const place = await start();
  const { states, signals } = listen(place);
  await seen(states).toBe("connected");
  place.hub.publish(ANNA, "changed", { title: "Hello" });
  await place.realtime.send([{ workspaceId: "wsp_1", userId: "anna", signal }]);
  await expect.poll(() => signals).toEqual([signal]);
});

test("reports the gap and the return when the connection breaks, so that the caller asks again", async () => {
  const place = await start();
  const { states, signals } = listen(place);
  await seen(states).toBe("connected");
  place.cut();
  await seen(states).toBe("connected unavailable connected");
  await place.realtime.send([{ workspaceId: "wsp_1", userId: "anna", signal }]);
  await expect.poll(() => signals).toEqual([signal]);
});

test("spreads the way back by chance, so that a thousand tabs do not come at once (F37)", async () => {
  const place = await start();
  const tabs = Array.from({ length: 20 }, () => listen(place, {}, 600));
  for (const { states } of tabs) await seen(states).toBe("connected");
  const cutAt = performance.now();
  place.cut();
  for (const { states } of tabs) await seen(states).toBe("connected unavailable connected");
  const delays = place.arrivals.filter((at) => at > cutAt).map((at) => at - cutAt);
  expect(delays).toHaveLength(20);
  expect(Math.min(...delays)).toBeGreaterThan(990);
  expect(Math.max(...delays) - Math.min(...delays)).toBeGreaterThan(150);
});

test("stays away once its person may no longer listen", async () => {
  const place = await start();
  const { states } = listen(place);
  await seen(states).toBe("connected");
  await place.realtime.disconnect("wsp_1", "anna");
  await seen(states).toBe("connected refused");
  await expect.poll(() => place.hub.stats().sockets).toBe(0);
});

test("leaves when it is asked to, as a hosted server must ask", async () => {
  const place = await start();
  const { states } = listen(place);
  await seen(states).toBe("connected");
  place.hub.publish(ANNA, "dismissed", {});
  await seen(states).toBe("connected refused");
  await expect.poll(() => place.hub.stats().sockets).toBe(0);
});

test.each([401, 403])("is refused for good by a %i", async (status) => {
  const place = await start(status);
  const { states } = listen(place);
  await seen(states).toBe("refused");
  await expect.poll(() => place.hub.stats().sockets).toBe(0);
});

test("tries again when leave could not be had", async () => {
  const place = await start(503);
  const { states } = listen(place);
  await seen(states).toBe("unavailable");
  place.leave.status = 200;
  await seen(states).toBe("unavailable connected");
});

test("is refused by a server that has another key", async () => {
  const { states } = listen(await start(), { key: "old" });
  await seen(states).toBe("refused");
});

test("hears and says nothing more once it was stopped", async () => {
  const place = await start();
  const { states, signals, stop } = listen(place);
  await seen(states).toBe("connected");
  stop();
  await expect.poll(() => place.hub.stats().sockets).toBe(0);
  await place.realtime.send([{ workspaceId: "wsp_1", userId: "anna", signal }]);
  expect({ states, signals }).toEqual({ states: ["connected"], signals: [] });
});
