import { expect, test } from "vitest";
import { glanceAt, holdBack } from "./held-back";
import { feedItem } from "./item.fixture";

const read = [feedItem(3), feedItem(2), feedItem(1)];
const ids = (items: { id: string }[]) => items.map((item) => item.id);

test("holds back what came after the glance and counts it", () => {
  const { shown, held } = holdBack([feedItem(5), feedItem(4), ...read], glanceAt(read));
  expect(ids(shown)).toEqual(["ntf_3", "ntf_2", "ntf_1"]);
  expect(held).toBe(2);
});

test("keeps an updated item in its place, with its new words", () => {
  const updated = feedItem(9, { id: "ntf_2", body: "80 %" });
  const { shown, held } = holdBack([updated, feedItem(3), feedItem(1)], glanceAt(read));
  expect(ids(shown)).toEqual(["ntf_3", "ntf_2", "ntf_1"]);
  expect(shown[1]!.body).toBe("80 %");
  expect(held).toBe(0);
});

test("puts back what was archived and undone where it was", () => {
  const without = [feedItem(3), feedItem(1)];
  expect(ids(holdBack(read, glanceAt(without)).shown)).toEqual(["ntf_3", "ntf_2", "ntf_1"]);
});

test("does not take the newest for new when it was archived and comes back", () => {
  const glance = glanceAt([feedItem(2), feedItem(1)], glanceAt(read));
  expect(holdBack(read, glance)).toMatchObject({ held: 0 });
  expect(ids(holdBack(read, glance).shown)).toEqual(["ntf_3", "ntf_2", "ntf_1"]);
});

test("holds back the first item of a list that was empty", () => {
  expect(holdBack([feedItem(1)], glanceAt([]))).toEqual({ shown: [], held: 1 });
});
