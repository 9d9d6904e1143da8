import { expect, test } from "vitest";
import { CATALOGUE } from "@/lib/catalogue/catalogue";
import { EventInput } from "@/lib/core/event";
import { APPS } from "./apps";
import { chanceFrom } from "./chance";
import { GROUPS } from "./groups";
import { historyBefore } from "./history";
import type { Live } from "./live/live";
import { liveEvents } from "./live/live-events";
import { PEOPLE } from "./people";
import type { EventPost } from "./teller";

const start = new Date("2026-08-15T22:10:00Z");
const history = historyBefore(start);
const topics = new Set(CATALOGUE.flatMap((section) => section.topics.map((topic) => topic.key)));
const users = new Set(PEOPLE.map((person) => person.id));
const groups = new Set(GROUPS.map((group) => group.id));

test("tells of four weeks, over many topics, in order and before the start", () => {
  expect(history.length).toBeGreaterThan(2000);
  expect(new Set(history.map(({ event }) => event.topic)).size).toBeGreaterThanOrEqual(60);
  const times = history.map(({ at }) => at.getTime());
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(times.at(-1)).toBeLessThan(start.getTime());
  expect(start.getTime() - times[0]!).toBeGreaterThan(21 * 86_400_000);
});

test("is made of events that are accepted, of known topics, for people and groups that there are", () => {
  expect(faultsOf(history.map(({ event }) => event))).toEqual([]);
});

test("is the same for the same start, and another for another", () => {
  expect(historyBefore(start)).toEqual(history);
  expect(historyBefore(new Date("2026-08-18T08:00:00Z"))).not.toEqual(history);
});

test("reads like a company: no filler, and nothing left to fill in", () => {
  expect(JSON.stringify(history)).not.toMatch(/lorem|ipsum|foo\b|asdf|NAME|undefined|NaN|\[object/);
});

test("gives every group one manager, who is a main member", () => {
  for (const { id, manager, main, alsoIn } of GROUPS) {
    expect(main, id).toContain(manager);
    expect(new Set([...main, ...alsoIn]).size, id).toBe(main.length + alsoIn.length);
    for (const user of [...main, ...alsoIn]) expect(users, id).toContain(user);
  }
});

test("goes on while the demo runs, and each job that begins ends", () => {
  const events = liveOf({ fresh: true }, 200);
  expect(faultsOf(events)).toEqual([]);
  const jobs = new Map<string, EventPost[]>();
  for (const event of events) {
    if (event.update_key) jobs.set(event.update_key, [...(jobs.get(event.update_key) ?? []), event]);
  }
  expect(jobs.size).toBeGreaterThan(5);
  for (const [key, steps] of [...jobs].slice(0, -1)) {
    const progress = steps.map((step) => step.data?.progress as number);
    expect(progress, key).toEqual(progress.toSorted((a, b) => a - b));
    expect(steps.at(-1)?.data, key).toMatchObject({ status: "success", progress: 1 });
  }
  expect([...jobs.keys()]).toContain("year-sync");
});

test("tells the end of the last stories only where they are new", () => {
  const keys = liveOf({ fresh: false }, 200).map((event) => event.update_key);
  expect(keys).not.toContain("year-sync");
});

function liveOf({ fresh }: { fresh: boolean }, count: number): EventPost[] {
  const source = liveEvents({ chance: chanceFrom("test"), run: "r1", fresh });
  return Array.from({ length: count }, () => {
    const { app, event }: Live = source.next().value;
    expect(APPS[app]).toBeDefined();
    return event(start);
  });
}

function faultsOf(events: readonly EventPost[]): unknown[] {
  return events.filter((event) => {
    const parsed = EventInput.safeParse(event);
    const isKnown = event.recipients.every((one) =>
      "user" in one ? users.has(one.user) : "group" in one && groups.has(one.group),
    );
    return !parsed.success || !topics.has(event.topic) || !isKnown;
  });
}
