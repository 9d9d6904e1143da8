import fc from "fast-check";
import { expect, test } from "vitest";
import { findWords, wordsOf } from "./find-text";

const marked = (text: string, search: string, also = "") =>
  findWords(text, wordsOf(search), also)?.map(([start, end]) => text.slice(start, end));

test("ignores case", () => {
  expect(marked("Deal assigned to you", "DEAL ass")).toEqual(["Deal", "ass"]);
});

test("ignores accents in what is searched and in the search", () => {
  expect(marked("Résumé reviewed", "resume")).toEqual(["Résumé"]);
  expect(marked("Resume reviewed", "résumé")).toEqual(["Resume"]);
});

test("marks a letter with its combining accent", () => {
  expect(marked("cafe\u0301 opened", "cafe")).toEqual(["cafe\u0301"]);
});

test("finds letters that Unicode does not take apart", () => {
  expect(marked("Straße in Łódź", "strasse lodz")).toEqual(["Straße", "Łódź"]);
  expect(marked("Straße", "stras")).toEqual(["Straß"]);
});

test("wants every word, in any order, one of them perhaps from around it", () => {
  expect(marked("Deal assigned to you", "you deal")).toEqual(["Deal", "you"]);
  expect(marked("Assigned to you", "deals assigned", "Deals")).toEqual(["Assigned"]);
  expect(marked("Deal assigned to you", "deal lost")).toBeUndefined();
});

test("marks what overlaps once", () => {
  expect(marked("banana", "ana nan")).toEqual(["anan"]);
});

test("finds everything when nothing is searched", () => {
  expect(marked("Deal assigned to you", "  ")).toEqual([]);
});

test("marks places that are in the text, in order and apart, whatever is written", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme", maxLength: 3 }), (text, search) => {
      let past = 0;
      for (const [start, end] of findWords(text, wordsOf(search)) ?? []) {
        expect(start).toBeGreaterThanOrEqual(past);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        past = end;
      }
    }),
  );
});
