import { expect, test } from "vitest";
import type { MailEnd } from "@/lib/core/mail";
import { keyOf, type MailLink, mailToken, openMailToken } from "./mail-token";

const key = { id: "k1", secret: "a-secret-of-the-tests" };
const link: MailLink = { userId: "ada", end: { topic: "deals.assigned" } };
const token = mailToken(key, link);

test.each<MailEnd>([{ topic: "a.b" }, { digest: "daily" }, { digest: "weekly" }, { all: true }])(
  "opens to what was signed: %j",
  (end) => {
    for (const userId of ["ada", 'Åda/1 "two"', "ä".repeat(128)]) {
      const made = mailToken(key, { userId, end });
      expect(made).toMatch(/^[\w.-]{20,900}$/);
      expect(keyOf(made)).toBe("k1");
      expect(openMailToken(made, key)).toEqual({ userId, end });
    }
  },
);

test("is the same for the same, so that a mail tried again is the same mail", () => {
  expect(mailToken(key, { ...link })).toBe(token);
});

test("with one bit changed, anywhere, it is refused", () => {
  const bytes = Buffer.from(token);
  for (let at = 0; at < bytes.length * 8; at++) {
    const changed = Buffer.from(bytes);
    changed[at >> 3]! ^= 1 << (at & 7);
    expect(openMailToken(changed.toString("latin1"), key), `bit ${at}`).toBeNull();
  }
});

test("what is not a token, or of another key, is refused", () => {
  for (const other of ["", ".", "1.k1..", token.slice(0, -1), `${token}A`, `${token}=`, ` ${token}`, `${token}.x`]) {
    expect(openMailToken(other, key)).toBeNull();
  }
  expect(openMailToken(token, { ...key, secret: "another" })).toBeNull();
  expect(openMailToken(token, { ...key, id: "k2" })).toBeNull();
  expect(keyOf("../../etc")).toBeNull();
});
