import { expect, test } from "vitest";
import { foldText } from "./fold-text";

test.each([
  ["ACME Renewal", "acme renewal"],
  ["Café Zürich", "cafe zurich"],
  ["Cafe\u0301", "cafe"],
  ["Łódź, Ærø, Straße", "lodz, aero, strasse"],
  ["ΟΔΟΣ", "οδοσ"],
  ["שדרוג · €1,200", "שדרוג · €1,200"],
])("%s is found as %s", (text, folded) => {
  expect(foldText(text)).toBe(folded);
});
