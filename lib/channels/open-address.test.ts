import { expect, test } from "vitest";
import { TRY_ID } from "@/lib/core/try-content";
import { exampleContent } from "./content.fixture";
import { openAddress } from "./open-address";

const PUBLIC = "https://belfry.example";

test("a message opens its notification; what speaks for several, or for none, opens the inbox", () => {
  expect(openAddress(PUBLIC, exampleContent())).toBe(`${PUBLIC}/n/ntf_1`);
  const digest = { period: "catch_up", items: [], total: 5 } as const;
  expect(openAddress(PUBLIC, exampleContent({ digest }))).toBe(`${PUBLIC}/inbox`);
  expect(openAddress(PUBLIC, exampleContent({ notificationId: TRY_ID }))).toBe(`${PUBLIC}/inbox`);
});
