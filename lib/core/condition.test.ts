import { expect, test } from "vitest";
import { type Condition, type ConditionScope, compileCondition } from "./condition";

const empty: ConditionScope = { data: {}, subject: {}, actor: {}, origin: "ui", recipient: {} };

function condition(source: string): Condition {
  const compiled = compileCondition(source);
  if ("error" in compiled) throw new Error(compiled.error);
  return compiled;
}

function isMet(source: string, scope: Partial<ConditionScope>): boolean {
  return condition(source).isMet({ ...empty, ...scope });
}

test.each([0, 0.99, null, undefined, "1", true, [1], {}, Number.NaN])("does not count %j as at least 1", (value) => {
  expect(isMet("data.value >= 1", { data: { value } })).toBe(false);
});

test.each([1, 1.0, 1.01, 2 ** 53, 1e300])("counts %j as at least 1, written as 1 or as 1.0", (value) => {
  expect(isMet("data.value >= 1", { data: { value } })).toBe(true);
  expect(isMet("data.value >= 1.0", { data: { value } })).toBe(true);
});

test("compares a whole number for equality and in a list", () => {
  expect(isMet("data.value == 3 && data.value in [1, 2, 3]", { data: { value: 3 } })).toBe(true);
});

test.each([
  "data.n * 2 == 8",
  "2 + data.n == 6",
  "data.n - 1 >= 3",
  "data.n / 8 == 0.5",
  "data.n % 2 == 0",
  "7 % data.n == 3",
])("reckons with numbers of JSON as people write them: %s", (source) =>
  expect(isMet(source, { data: { n: 4 } })).toBe(true),
);

test("reckons with nothing but numbers", () => {
  expect(isMet("data.n * 2 > 1", { data: { n: "4" } })).toBe(false);
  expect(isMet("data.n % 0 == 0", { data: { n: 4 } })).toBe(false);
  expect(compileCondition("1 + 'a' == 2")).toHaveProperty("error");
});

test("is not met where a field, or the whole of its parent, is missing", () => {
  expect(isMet("data.score > 0", {})).toBe(false);
  expect(isMet("data.customer.known", {})).toBe(false);
  expect(isMet("!(data.score > 0)", {})).toBe(false);
  expect(isMet("!data.score", { data: { score: null } })).toBe(false);
});

test("is met by the side of an or that is there", () => {
  expect(isMet("data.gone > 1 || data.there", { data: { there: true } })).toBe(true);
});

test("takes only true for true", () => {
  for (const known of ["yes", "true", 1, {}, [true]]) expect(isMet("data.known", { data: { known } })).toBe(false);
  expect(isMet("data.known", { data: { known: true } })).toBe(true);
});

test("can ask for the absence of an actor", () => {
  expect(isMet("!has(actor.user)", { actor: {} })).toBe(true);
  expect(isMet("!has(actor.user)", { actor: { user: "grace" } })).toBe(false);
});

test("reaches own fields only", () => {
  for (const name of ["constructor", "__proto__", "toString", "hasOwnProperty"]) {
    expect(isMet(`has(data.${name})`, {})).toBe(false);
    expect(isMet(`data.${name} != null`, {})).toBe(false);
  }
});

test("knows whether it looks at the recipient", () => {
  expect(condition('origin == "ui" && data.recipient == 1').mentionsRecipient).toBe(false);
  expect(condition('data.list.exists(x, x == recipient.id) || origin == "ui"').mentionsRecipient).toBe(true);
  expect(isMet('"vip" in recipient.permissions', { recipient: { permissions: ["vip"] } })).toBe(true);
});

test.each([
  ["data.score >=", 13],
  ["", 0],
  ["data.score > 1\n  && )", 20],
  ["today > 3", 0],
  ['1 + "a" == 2', 0],
  ["origin == 3", 0],
])("answers %j with a fault at its place", (source, position) => {
  expect(compileCondition(source)).toEqual({ error: expect.stringMatching(/\w/), position });
});

test("refuses what is not a yes or no", () => {
  expect(compileCondition('"yes"')).toEqual({ error: "A condition is true or false; this is string.", position: 0 });
});

test("refuses what a hostile event could make slow", () => {
  expect(compileCondition('data.x.matches("(a+)+$")')).toHaveProperty("error");
  expect(compileCondition("data.a.all(x, data.b.all(y, x == y))")).toHaveProperty("error");
  expect(compileCondition("data.a.all(x, x in data.b)")).toHaveProperty("error");
  expect(compileCondition(`${"data.x > 1 && ".repeat(500)}true`)).toHaveProperty("error");
  expect(compileCondition(`${"(".repeat(2000)}true${")".repeat(2000)}`)).toHaveProperty("error");
});

test("allows one loop after another", () => {
  const source = "data.items.filter(x, x.price > 1).exists(x, x.kind in ['a', 'b'])";
  expect(isMet(source, { data: { items: [{ price: 2, kind: "b" }] } })).toBe(true);
  expect(isMet(source, { data: { items: [{ price: 1, kind: "b" }] } })).toBe(false);
});

test("reads the same source once", () => {
  expect(compileCondition("data.once")).toBe(compileCondition("data.once"));
});
