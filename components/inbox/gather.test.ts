import { expect, test } from "vitest";
import { feedItem } from "@/components/bell/item.fixture";
import { faceOf, gather, membersOf } from "./gather";

const at = "2026-11-21T19:00:00Z";
const about = (position: number, id: string, readAt: string | null = null) =>
  feedItem(position, { subject: { type: "deal", id }, readAt });

test("gathers what is about one record behind the newest of it", () => {
  const rows = gather([about(5, "42"), about(4, "43"), about(3, "42"), feedItem(2, { subject: null }), about(1, "42")]);
  expect(rows.map((row) => membersOf(row).map(({ position }) => position))).toEqual([["5", "3", "1"], ["4"], ["2"]]);
});

test("records of another type, and what is about no record, stand alone", () => {
  const none = { subject: null };
  const ticket = feedItem(3, { subject: { type: "ticket", id: "42" } });
  expect(gather([ticket, about(2, "42"), feedItem(1, none), feedItem(0, none)])).toHaveLength(4);
});

test("a folded row is unread while anything in it is", () => {
  const [row] = gather([about(2, "42", at), about(1, "42")]);
  expect(faceOf(row!)).toMatchObject({ id: "ntf_2", readAt: null });
  const [read] = gather([about(2, "42", at), about(1, "42", at)]);
  expect(faceOf(read!)).toBe(read!.lead);
});
