import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createAnnouncer } from "./announcer";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("says one arrival by its title", () => {
  const said: string[] = [];
  createAnnouncer((words) => said.push(words)).say("Grace assigned you ACME renewal");
  vi.advanceTimersByTime(1000);
  expect(said).toEqual(["Grace assigned you ACME renewal"]);
});

test("merges 50 arrivals in two seconds into three sentences at most", () => {
  const said: string[] = [];
  const announcer = createAnnouncer((words) => said.push(words));
  for (let index = 0; index < 50; index++) {
    announcer.say(`Title ${index}`);
    vi.advanceTimersByTime(40);
  }
  vi.advanceTimersByTime(1000);
  expect(said.length).toBeLessThanOrEqual(3);
  const counted = said.map((words) => Number.parseInt(words, 10)).reduce((sum, count) => sum + count, 0);
  expect(counted).toBe(50);
});
