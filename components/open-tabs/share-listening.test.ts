import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import type { ListeningState, Subscribe } from "@/components/bell/use-feeds";
import { localLocks } from "./locks.fixture";
import { shareListening } from "./share-listening";

let names = 0;
let tabs: ReturnType<typeof browser>;

beforeEach(() => {
  tabs = browser();
});
afterEach(() => tabs.closeAll());

/** One browser: its tabs, and the sockets that they have open. */
function browser() {
  const locks = localLocks();
  const name = `person ${++names}`;
  const sockets = new Set<{ signal(): void; state(state: ListeningState): void }>();
  const open: { close(): void }[] = [];
  const listen: Subscribe = (onSignal, onState) => {
    const socket = { signal: onSignal, state: onState };
    sockets.add(socket);
    queueMicrotask(() => sockets.has(socket) && onState("connected"));
    return () => sockets.delete(socket);
  };
  return {
    locks,
    name,
    listen,
    sockets,
    socket: () => [...sockets][0]!,
    open() {
      const heard: string[] = [];
      const close = shareListening(
        listen,
        name,
        locks,
      )(
        () => heard.push("signal"),
        (state) => heard.push(state),
      );
      open.push({ close });
      return { heard, close };
    },
    closeAll() {
      for (const { close } of open) close();
    },
  };
}

test("one of five tabs listens, and all hear each signal once (U21)", async () => {
  const all = Array.from({ length: 5 }, () => tabs.open());
  await vi.waitFor(() => expect(all.map(({ heard }) => heard)).toEqual(Array(5).fill(["connected"])));
  expect(tabs.sockets.size).toBe(1);
  tabs.socket().signal();
  await vi.waitFor(() => expect(all.map(({ heard }) => heard)).toEqual(Array(5).fill(["connected", "signal"])));
});

test("when the leader goes another listens, and asks for what came in between; twenty times (U21)", async () => {
  let leader = tabs.open();
  await vi.waitFor(() => expect(leader.heard).toEqual(["connected"]));
  for (let time = 1; time <= 20; time++) {
    const next = tabs.open();
    await vi.waitFor(() => expect(next.heard).toEqual(["connected"]));
    const before = tabs.socket();
    leader.close();
    await vi.waitFor(() => expect(next.heard).toEqual(["connected", "connected"]));
    expect(tabs.sockets.size).toBe(1);
    expect(tabs.socket()).not.toBe(before);
    leader = next;
  }
});

test("a leader that does not answer loses the lead within 5 s", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  onTestFinished(() => void vi.useRealTimers());
  // Holds the lead and does nothing, as a tab that the system has put to sleep.
  tabs.locks.request(tabs.name, {}, () => new Promise(() => {})).catch(() => {});
  const { heard } = tabs.open();
  await vi.advanceTimersByTimeAsync(3_000);
  expect(tabs.sockets.size).toBe(0);
  await vi.advanceTimersByTimeAsync(2_000);
  await vi.waitFor(() => expect(heard).toEqual(["connected"]));
});

test("a leader that answers keeps the lead, and says so without anybody asking the server again", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  onTestFinished(() => void vi.useRealTimers());
  const [leader, follower] = [tabs.open(), tabs.open()];
  await vi.waitFor(() => expect(follower.heard).toEqual(["connected"]));
  const socket = tabs.socket();
  for (let time = 0; time < 10; time++) {
    await vi.advanceTimersByTimeAsync(1_500);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(tabs.socket()).toBe(socket);
  expect([leader.heard, follower.heard]).toEqual([["connected"], ["connected"]]);
});

test("a leader that lost its socket says so; one that is refused leaves the lead to the next", async () => {
  const [leader, follower] = [tabs.open(), tabs.open()];
  await vi.waitFor(() => expect(follower.heard).toEqual(["connected"]));
  tabs.socket().state("unavailable");
  await vi.waitFor(() => expect(follower.heard).toEqual(["connected", "unavailable"]));
  tabs.socket().state("refused");
  expect(leader.heard.at(-1)).toBe("refused");
  await vi.waitFor(() => expect(follower.heard).toEqual(["connected", "unavailable", "connected"]));
});

test("without locks each tab listens for itself", async () => {
  const alone: string[] = [];
  const stop = shareListening(
    tabs.listen,
    "alone",
    null,
  )(
    () => alone.push("signal"),
    (state) => alone.push(state),
  );
  const also = tabs.open();
  await vi.waitFor(() => expect([alone, also.heard]).toEqual([["connected"], ["connected"]]));
  expect(tabs.sockets.size).toBe(2);
  stop();
});
