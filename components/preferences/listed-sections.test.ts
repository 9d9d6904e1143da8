import { expect, test } from "vitest";
import { listedSections } from "./listed-sections";
import { clearing, hasOwn, resetting } from "./tab-change";
import { setting, topicOf, viewOf } from "./view.fixture";

test("lists what a tab offers, with the source in words and a reset where it would change something", () => {
  const view = viewOf(
    topicOf("a", { email: setting(true, "profile:Sales") }),
    topicOf("b", { email: setting(false, "user", true) }),
    topicOf("c", { email: setting(true, "user", true) }),
    topicOf("d", { email: setting(true, "required") }),
    topicOf("e", { desktop: setting(true) }),
  );
  const listed = listedSections(view, "email")[0]!.topics;
  expect(listed.map(({ key, source, resettable }) => [key, source, resettable])).toEqual([
    ["a", "Sales profile", false],
    ["b", "your choice", true],
    ["c", "your choice", false],
    ["d", "required by your company", false],
  ]);
  expect(listed.map(({ locked }) => locked !== undefined)).toEqual([false, false, false, true]);
  expect(listedSections(view, "mobile")).toEqual([]);
});

test("clears what may be off, and forgets only what was chosen", () => {
  const view = viewOf(
    topicOf("a", { email: setting(true) }),
    topicOf("b", { email: setting(false, "user", true) }),
    topicOf("c", { email: setting(true, "required") }),
    { ...topicOf("d", { desktop: setting(true) }), sound: "knock" },
  );
  const off = { email: { enabled: false } };
  expect(clearing(view, "email")).toEqual({ topics: { a: off, b: off } });
  expect(resetting(view, "email")).toEqual({ topics: { b: { email: null } } });
  expect(resetting(view, "desktop")).toEqual({ topics: { d: { desktop: null, sound: null } } });
  expect([hasOwn(view, "email"), hasOwn(view, "desktop"), hasOwn(view, "mobile")]).toEqual([true, true, false]);
});
