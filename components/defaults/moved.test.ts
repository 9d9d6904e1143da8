import { expect, test } from "vitest";
import { moved } from "@/components/defaults/moved";

test("puts one at another place, up or down, and keeps the others in order", () => {
  const ids = ["a", "b", "c", "d"];
  expect(moved(ids, "c", 0)).toEqual(["c", "a", "b", "d"]);
  expect(moved(ids, "a", 2)).toEqual(["b", "c", "a", "d"]);
  expect(moved(ids, "b", 1)).toEqual(ids);
});
