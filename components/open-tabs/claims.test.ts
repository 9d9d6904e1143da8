import { afterEach, beforeEach, expect, test } from "vitest";
import { type Claims, createClaims } from "./claims";
import { localLocks } from "./locks.fixture";

let names = 0;
let open: () => Claims;
const opened: Claims[] = [];

beforeEach(() => {
  const [name, locks] = [`claims ${++names}`, localLocks()];
  open = () => {
    const claims = createClaims(name, locks);
    opened.push(claims);
    return claims;
  };
});
afterEach(() => {
  for (const claims of opened.splice(0)) claims.close();
});

test("each thing falls to one of many tabs, to the eager one if there is one (R16)", async () => {
  const [active, ...others] = [open(), open(), open()];
  const keys = Array.from({ length: 50 }, (_, number) => `popup ${number}`);
  const behind = others.map((tab) => tab.take(keys, false));
  expect(await active!.take(keys, true)).toEqual(new Set(keys));
  expect(await Promise.all(behind)).toEqual([new Set(), new Set()]);
});

test("falls to exactly one while several think that they are in front, or none does (R17)", async () => {
  for (const eager of [true, false]) {
    const tabs = [open(), open(), open()];
    const taken = await Promise.all(tabs.map((tab) => tab.take([`popup ${eager}`], eager)));
    expect(taken.map(({ size }) => size).sort()).toEqual([0, 0, 1]);
  }
});

test("is left to another by a tab that died before it could show it, and to nobody after that", async () => {
  const [dying, other] = [open(), open()];
  const left = other.take(["first"], true);
  expect((await dying.take(["second"], true)).size).toBe(1);
  const waits = other.take(["second"], true);
  dying.close();
  expect([await left, await waits]).toEqual([new Set(["first"]), new Set(["second"])]);

  const told = open();
  await told.take(["third"], true);
  expect(await other.take(["third"], true)).toEqual(new Set());
  told.close();
  expect(await other.take(["third"], true)).toEqual(new Set());
});

test("without locks the active tab takes all, the others nothing", async () => {
  const alone = createClaims("alone", null);
  expect(await alone.take(["one"], true)).toEqual(new Set(["one"]));
  expect(await alone.take(["one"], false)).toEqual(new Set());
});
