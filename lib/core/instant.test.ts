import { expect, test } from "vitest";
import { Instant } from "./instant";

test.each(["1000-01-01T00:00:00Z", "2026-02-28T23:59:59.123456789+05:30", "9999-12-31T23:59:59.999Z"])(
  "takes %s",
  (text) => expect(Instant.parse(text)).toBe(text),
);

test("takes t and z small, as RFC 3339 lets them be", () => {
  expect(Instant.parse("2026-11-21t18:51:00z")).toBe("2026-11-21T18:51:00Z");
});

test.each([
  ["0999-12-31T23:59:59Z", "years 1000 to 9999"],
  ["1000-01-01T00:00:00+00:01", "years 1000 to 9999"],
  ["9999-12-31T23:59:59-00:01", "years 1000 to 9999"],
  ["2026-02-29T00:00:00Z", "RFC 3339"],
  ["2026-11-21T24:00:00Z", "RFC 3339"],
  ["2026-11-21T12:00:00", "RFC 3339"],
  ["2026-11-21", "RFC 3339"],
  ["tomorrow", "RFC 3339"],
])("refuses %s, once", (text, words) => {
  const { error } = Instant.safeParse(text);
  expect(error?.issues.map(({ message }) => message)).toEqual([expect.stringContaining(words)]);
});
