import { expect, test } from "vitest";
import { watchClock } from "./clock-watch";

test("F28: notices a clock that was set ahead until that is settled, and not one that was set back", () => {
  let ahead = 0;
  const watch = watchClock(() => new Date(Date.now() + ahead), 1000);
  expect(watch.jumped()).toBe(false);
  ahead = -86_400_000;
  expect(watch.jumped()).toBe(false);
  watch.settle(watch.lead());
  ahead += 60_000;
  expect(watch.jumped()).toBe(true);
  expect(watch.jumped()).toBe(true);
  watch.settle(watch.lead());
  expect(watch.jumped()).toBe(false);
});
