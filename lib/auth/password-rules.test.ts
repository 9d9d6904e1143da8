import { expect, test } from "vitest";
import { passwordFault } from "./password-rules";

test("takes any 12 characters that nobody would guess, of whatever kind", () => {
  for (const password of [
    "correct horse battery staple",
    "vier kleine enten",
    "ηλιοβασίλεμα στη θάλασσα",
    "🐝🐝🌻🌻🐝🌻🐝🐝🌻🌻🌻🐝x7kq",
  ]) {
    expect(passwordFault(password)).toBeUndefined();
  }
});

test("counts characters, not bytes, from 12 to 128", () => {
  expect(passwordFault("x7kq-bwm2-vd")).toBeUndefined();
  expect(passwordFault("x7kq-bwm2-v")).toMatch("at least 12");
  expect(passwordFault(`${"ab cd? ".repeat(18)}zz`)).toBeUndefined();
  expect(passwordFault(`${"ab cd? ".repeat(18)}zzz`)).toMatch("at most 128");
});

test("refuses the common ones, however they are written", () => {
  for (const password of ["Password1234", "1qaz2wsx3edc4rfv", "QWERTYUIOP123", "administrator", "password12345"]) {
    expect(passwordFault(password)).toMatch("first that others would try");
  }
});

test("refuses repeats and runs", () => {
  for (const password of [
    "aaaaaaaaaaaa",
    "abcabcabcabc",
    "123456789012",
    "abcdefghijklm",
    "987654321098",
    "zyxwvutsrqpo",
  ]) {
    expect(passwordFault(password)).toMatch("first that others would try");
  }
});

test("refuses what is made of the owner's name, address or id, or of ours", () => {
  const about = ["ada@example.com", "Ada Lovelace"];
  for (const password of [
    "ada@example.com",
    "Ada.Lovelace.1815",
    "lovelace123456!",
    "belfry-2026-belfry",
    "Belfry1234567",
  ]) {
    expect(passwordFault(password, about)).toMatch("made of your name");
  }
  expect(passwordFault("lovelace computes bernoulli", about)).toBeUndefined();
  expect(passwordFault("belfry-demo-password")).toBeUndefined();
});
