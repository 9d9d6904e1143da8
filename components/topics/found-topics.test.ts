import { expect, test } from "vitest";
import type { CatalogueSection } from "@/lib/core/catalogue-view";
import { foundTopics } from "./found-topics";

const row = (key: string, name: string, own = false) => ({ key, name, own, worded: false, media: [] });
const SECTIONS: CatalogueSection[] = [
  {
    key: "deals",
    name: "Deals",
    topics: [row("deals.assigned", "Deal assigned to you"), row("deals.own", "Ours", true)],
  },
  { key: "vans", name: "Vans", topics: [row("vans.late", "Café van is late", true)] },
];
const keys = (found: CatalogueSection[]) => found.flatMap(({ topics }) => topics.map(({ key }) => key));

test("finds by name, key and section, whatever the case and the accents", () => {
  expect(keys(foundTopics(SECTIONS, "CAFE late"))).toEqual(["vans.late"]);
  expect(keys(foundTopics(SECTIONS, "deals assigned"))).toEqual(["deals.assigned"]);
  expect(keys(foundTopics(SECTIONS, ""))).toHaveLength(3);
});

test("leaves out sections without any, and what is not wanted", () => {
  expect(foundTopics(SECTIONS, "van").map(({ key }) => key)).toEqual(["vans"]);
  expect(keys(foundTopics(SECTIONS, "", ({ own }) => own))).toEqual(["deals.own", "vans.late"]);
});
