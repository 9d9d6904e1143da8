import { expect, test } from "vitest";
import { endedWords } from "./delivery-words";

test("a try of which nobody knows whether it arrived does not read as one that failed (I4)", () => {
  expect(endedWords({ outcome: "retry", ambiguous: false })).toBe("Failed, to be tried again");
  expect(endedWords({ outcome: "retry", ambiguous: true })).toBe("No clear answer: it may have arrived");
  expect(endedWords({ outcome: "lost", ambiguous: true })).toBe("Nobody knows: its worker was lost");
});
