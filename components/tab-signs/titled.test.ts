import { expect, test } from "vitest";
import { titled } from "./titled";

test("puts the count before the title, once, and takes it away at zero (U20)", () => {
  expect(titled("Inbox · Belfry", 3)).toBe("(3) Inbox · Belfry");
  expect(titled("(3) Inbox · Belfry", 12)).toBe("(12) Inbox · Belfry");
  expect(titled("(999+) Inbox · Belfry", 0)).toBe("Inbox · Belfry");
});

test("says no more than 999+, as everywhere", () => {
  expect(titled("Inbox", 999)).toBe("(999) Inbox");
  expect(titled("Inbox", 1000)).toBe("(999+) Inbox");
});

test("leaves brackets that are the page's own", () => {
  expect(titled("(draft) Broadcast", 0)).toBe("(draft) Broadcast");
});
