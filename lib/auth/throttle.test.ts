import { expect, test } from "vitest";
import { waitAfter } from "./throttle";

test("lets five go wrong, then doubles the wait up to 15 minutes", () => {
  const waits = Array.from({ length: 18 }, (_, index) => waitAfter(index + 1, 5) / 1000);
  expect(waits).toEqual([0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900, 900]);
});
