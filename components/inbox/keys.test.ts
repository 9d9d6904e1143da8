import { expect, test } from "vitest";
import { actOf } from "./keys";

const press = (key: string, more = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, ...more });

test.each([
  ["j", "next"],
  ["k", "previous"],
  ["o", "open"],
  ["e", "archive"],
  ["u", "read"],
  ["s", "snooze"],
  ["x", "select"],
  ["/", "search"],
  ["?", "help"],
  ["J", "next"],
])("%s means %s", (key, act) => {
  expect(actOf(press(key), true, false)).toBe(act);
});

test("single keys mean nothing once they are switched off; arrows still do, in the list (WCAG 2.1.4)", () => {
  for (const key of ["j", "k", "o", "e", "u", "s", "x", "/", "?"]) expect(actOf(press(key), false, true)).toBeNull();
  expect(actOf(press("ArrowDown"), false, true)).toBe("next");
  expect(actOf(press("ArrowDown"), true, false)).toBeNull();
});

test("leaves the browser its own keys, and what it does not know", () => {
  expect(actOf(press("s", { ctrlKey: true }), true, true)).toBeNull();
  expect(actOf(press("e", { metaKey: true }), true, true)).toBeNull();
  expect(actOf(press("q"), true, true)).toBeNull();
  expect(actOf(press("Enter"), true, true)).toBeNull();
});
