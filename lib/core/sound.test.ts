import { expect, test } from "vitest";
import { soundOf } from "./sound";

test("a topic's own sound wins over the person's, and that over Belfry's", () => {
  const byTopic = new Map([["deals.assigned", "glass" as const]]);
  expect(soundOf("deals.assigned", { all: "knock", byTopic })).toBe("glass");
  expect(soundOf("tickets.assigned", { all: "knock", byTopic })).toBe("knock");
  expect(soundOf("tickets.assigned", { all: null, byTopic })).toBe("chime");
});

test("silence is a choice too, for one topic or for all", () => {
  const byTopic = new Map([["deals.assigned", "none" as const]]);
  expect(soundOf("deals.assigned", { all: "knock", byTopic })).toBe("none");
  expect(soundOf("tickets.assigned", { all: "none", byTopic })).toBe("none");
});
