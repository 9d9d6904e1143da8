import { expect, test } from "vitest";
import { paceWords } from "./words";

test("says how fast it goes and how long it takes yet", () => {
  const pace = (decided: number, seconds: number) =>
    paceWords({ decided: 1000, at: 0 }, { decided, at: seconds * 1000 }, 100_000);
  expect(pace(13_000, 10)).toBe("1,200 a second · about 2 min left");
  expect(pace(91_000, 10)).toBe("9,000 a second · about 1 s left");
  expect(pace(1000, 10)).toBeNull();
  expect(pace(13_000, 0)).toBeNull();
});
