import { expect, test } from "vitest";
import { readSignal, writeSignal } from "./wire";

const ids = Array.from({ length: 2_000 }, (_, at) => `ntf_0198f6a0-7c11-7d3e-9f00-${at.toString().padStart(12, "0")}`);

test("reads back what it wrote, as text and parsed", () => {
  const signal = { notificationIds: ids.slice(0, 2), position: "42" };
  expect(readSignal(writeSignal(signal))).toEqual(signal);
  expect(readSignal(JSON.parse(writeSignal(signal)))).toEqual(signal);
});

test("keeps the newest 50 ids, far under the 10 KB that a message may have", () => {
  const written = writeSignal({ notificationIds: ids, position: "2000" });
  expect(readSignal(written)?.notificationIds).toEqual(ids.slice(-50));
  expect(Buffer.byteLength(written)).toBeLessThan(3_000);
});

test.each([
  null,
  7,
  "",
  "{",
  [],
  {},
  { ids: "a", position: "1" },
  { ids: [1], position: "1" },
  { ids: [], position: 1 },
])("takes %j for no signal", (data) => {
  expect(readSignal(data)).toBeNull();
});
