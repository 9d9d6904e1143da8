import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import manifest from "./manifest";

test("says what an app needs, and each picture is there in the size it says (U19)", () => {
  const { id, scope, start_url, display, icons = [], screenshots = [] } = manifest();
  expect({ id, scope, start_url, display }).toEqual({
    id: "/",
    scope: "/",
    start_url: "/inbox",
    display: "standalone",
  });
  expect(icons.map(({ purpose, sizes }) => `${purpose} ${sizes}`)).toEqual([
    ...["any 192x192", "any 512x512", "maskable 512x512"],
  ]);
  expect(screenshots.map(({ form_factor }) => form_factor)).toEqual(["narrow", "wide"]);
  for (const { src, sizes } of [...icons, ...screenshots]) expect(sizeOf(`public${src}`)).toBe(sizes);
});

/** Of a PNG, from its head. */
function sizeOf(file: string): string {
  const head = readFileSync(file);
  return `${head.readUInt32BE(16)}x${head.readUInt32BE(20)}`;
}
