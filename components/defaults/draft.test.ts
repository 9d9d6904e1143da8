import { expect, test } from "vitest";
import { listedDefaults, NO_DRAFT, redraft, shownBy } from "@/components/defaults/draft";
import type { DefaultsView } from "@/lib/core/defaults-view";

const email = { topic: "deals.assigned", target: "email" } as const;
const chosen = {
  id: "prf_1",
  version: "1",
  says: [{ ...email, enabled: false }],
  inherits: [
    { ...email, enabled: true },
    { topic: "deals.assigned", target: "desktop" as const, enabled: false },
  ],
};
const view: DefaultsView = {
  chosen,
  profiles: [],
  people: 3,
  groups: [],
  changes: [],
  sections: [
    {
      key: "deals",
      name: "Deals",
      description: "",
      topics: [
        { key: "deals.assigned", name: "Assigned", media: ["email", "desktop"], defaultOn: ["email"], required: [] },
        { key: "deals.news", name: "News", media: ["email"], defaultOn: [], required: ["email"] },
      ],
    },
  ],
};

test("forgets a change that leads back to what is stored", () => {
  const on = redraft(NO_DRAFT, [{ ...email, enabled: true }], chosen);
  expect(on.size).toBe(1);
  expect(redraft(on, [{ ...email, enabled: false }], chosen).size).toBe(0);
  expect(redraft(NO_DRAFT, [{ topic: "", target: "popup", enabled: null }], chosen).size).toBe(0);
});

test("shows what is set here, else the account's default, else Belfry's, and what is not saved", () => {
  expect(shownBy(view, NO_DRAFT)(email, true)).toEqual({ enabled: false, set: true, source: "set here" });
  const reset = redraft(NO_DRAFT, [{ ...email, enabled: null }], chosen);
  expect(shownBy(view, reset)(email, false)).toEqual({
    enabled: true,
    set: false,
    source: "account default · not saved",
  });
  const mobile = { topic: "deals.assigned", target: "mobile" } as const;
  expect(shownBy(view, NO_DRAFT)(mobile, true)).toEqual({ enabled: true, set: false, source: "Belfry's default" });
});

test("lists a tab's topics, locks what is required, and leaves out sections with nothing to show", () => {
  const [deals] = listedDefaults(view, NO_DRAFT, "email");
  expect(deals?.topics).toMatchObject([
    { key: "deals.assigned", enabled: false, resettable: true },
    { key: "deals.news", enabled: true, resettable: false, locked: expect.stringContaining("Required") },
  ]);
  expect(listedDefaults(view, NO_DRAFT, "mobile")).toEqual([]);
});
