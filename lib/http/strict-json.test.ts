import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type AppError, isAppError } from "@/lib/app-error";
import { parseStrictJson } from "./strict-json";
import { hostile, malformed } from "./strict-json.cases";

test("has at least 300 malformed texts (F31)", () => {
  expect(new Set(malformed).size).toBeGreaterThanOrEqual(300);
});

test("answers every malformed text with 400 and the place, never anything else (F31)", () => {
  for (const text of malformed) {
    const fault = faultOf(text);
    expect(fault.code, text).toBe("bad_request");
    expect(fault.detail, text).toMatch(/at line \d+, column \d+: expected .+, but .+\./);
  }
});

test.each([
  ['{\n  "a": 1,\n}', "line 3, column 1: expected a key in double quotes, but found '}'. Remove the comma before it."],
  ['{"a":[1,]}', "line 1, column 9: expected a value, but found ']'. Remove the comma before it."],
  ["{'a':1}", "line 1, column 2: expected a key in double quotes, but found '''. Use double quotes."],
  ['{"a":1', "line 1, column 7: expected a comma or }, but the body ends there."],
  ['{"a":NaN}', "line 1, column 6: expected a value, but found 'N'. Use null."],
  ["{a:1}", "expected a key in double quotes, but found 'a'. Names and text stand in double quotes."],
  ['{"a":True}', "Write true and false in small letters."],
  ["{} // x", "JSON has no comments."],
  ["\ufeff{}", "line 1, column 1: expected a value, but found U+FEFF. Send it without a byte order mark."],
  ['{"a":"x\ny"}', "but found U+000A. Write line breaks and tabs as \\n and \\t."],
  ['{"a":"\\x41"}', "line 1, column 7: expected an escape that JSON knows, but found '\\'."],
  ["{}\n{}", "line 2, column 1: expected nothing after the end of the JSON, but found '{'."],
])("says how to mend %j", (text, words) => {
  expect(faultOf(text).detail).toContain(words);
});

test.each(hostile.map(({ name, text, code, pointer }) => [name, text, code, pointer] as const))(
  "refuses %s",
  (_, text, code, pointer) => {
    const fault = faultOf(text);
    expect(fault.code).toBe(code);
    expect(fault.errors?.map((each) => each.pointer)).toEqual([pointer]);
    for (const each of fault.errors ?? []) expect(each.detail).toMatch(/^[A-Z].+\.$/);
  },
);

test.each([
  ["32 levels", `${'{"a":'.repeat(32)}1${"}".repeat(32)}`],
  ["1,000 keys", objectOf(1000)],
  ["10,000 values, most of them empty", `[${"{},".repeat(9998)}{}]`],
  ["2^53 - 1 and its negative", "[9007199254740991,-9007199254740991]"],
  ["brackets, colons and quotes in text", '{"a:{[":"\\":\\\\","b":"}]{[[[[:,,"}'],
  ["a constructor that builds houses", '{"constructor":"ACME Builders","prototype":"A-7"}'],
  ["a constructor that is an object", '{"constructor":{"name":"ACME"},"toString":null}'],
  ["equal keys in different objects", '[{"a":{"a":1}},{"a":2}]'],
  ["whole surrogate pairs, raw and escaped", '["🚀","\\ud83d\\ude80","\\u00e9"]'],
  ["every escape", '["\\"\\\\\\/\\b\\f\\n\\r\\t"]'],
  ["odd spacing", ' \t\r\n[ 1 , { "a" : -0.5e-3 } ] \n'],
])("takes %s", (_, text) => {
  expectSame(parseStrictJson(text), JSON.parse(text));
});

test("moves the limits where it is asked to", () => {
  const values = JSON.stringify(Array(20_000).fill({ a: [] }));
  expect(parseStrictJson(values, { maxValues: 60_000 })).toHaveLength(20_000);
  expect(faultOf("[[1]]", { maxDepth: 1 }).code).toBe("bad_request");
  expect(faultOf('{"a":1,"b":2}', { maxKeys: 1 }).code).toBe("unprocessable");
});

test("names the root it wants", () => {
  expect(faultOf("[]", { root: "object" }).detail).toBe("The body must be a JSON object, not an array.");
  expect(faultOf("{}", { root: "array" }).detail).toBe("The body must be a JSON array, not an object.");
  expect(faultOf("null", { root: "object" }).detail).toBe("The body must be a JSON object, not null.");
});

test("reads whatever is permitted as JSON.parse does, and refuses the rest by 422", () => {
  const anything = fc.json({
    stringUnit: fc.oneof(fc.string({ unit: "binary", maxLength: 1 }), fc.constant("\ud800")),
  });
  const seen = { permitted: 0, refused: 0 };
  fc.assert(
    fc.property(anything, (text) => {
      const value = JSON.parse(text);
      if (isPermitted(value)) {
        seen.permitted++;
        expectSame(parseStrictJson(text), value);
      } else {
        seen.refused++;
        expect(faultOf(text).code).toBe("unprocessable");
      }
    }),
    { numRuns: 1000 },
  );
  expect(Math.min(seen.permitted, seen.refused)).toBeGreaterThan(100);
});

test("calls a damaged text malformed exactly when JSON.parse does", () => {
  const text = JSON.stringify({ a: [1, -2.5e3, true, null, { b: 'x"\\/\n\u2028', c: {} }], d: [], e: "é🚀" });
  const piece = fc.constantFrom(...'{}[],:"\\u09-+.eEtfn \n\t\0é\ud83d');
  fc.assert(
    fc.property(fc.nat(text.length), fc.nat(3), fc.array(piece, { maxLength: 3 }), (from, cut, pieces) => {
      const damaged = text.slice(0, from) + pieces.join("") + text.slice(from + cut);
      if (isJson(damaged)) return;
      const fault = faultOf(damaged);
      expect(fault.code).toBe("bad_request");
      expect(fault.detail).toMatch(/at line \d+, column \d+/);
    }),
    { numRuns: 3000 },
  );
});

test("finds every duplicate key and nothing but duplicates", () => {
  const key = fc.constantFrom("a", "b", "c", "\\u0061", "d:", "e{", '\\"');
  const keys = fc.array(key, { maxLength: 6 });
  fc.assert(
    fc.property(keys, keys, (outer, inner) => {
      const object = (names: string[], value: string) => `{${names.map((name) => `"${name}":${value}`).join(",")}}`;
      const unique = (names: string[]) => new Set(names.map((name) => JSON.parse(`"${name}"`))).size === names.length;
      const text = object(outer, object(inner, "1"));
      const sound = unique(outer) && (outer.length === 0 || unique(inner));
      if (sound) expectSame(parseStrictJson(text), JSON.parse(text));
      else expect(faultOf(text).errors?.[0]?.detail).toContain("stands twice");
    }),
    { numRuns: 1000 },
  );
});

test("refuses megabytes of malformed text without a slow answer or an overflow", () => {
  const big = 5 * 1024 * 1024;
  for (const text of ["9".repeat(big), `"${"\\n".repeat(big / 2)}`, `[${"1,".repeat(big / 2)}`, "\n".repeat(big)]) {
    expect(faultOf(`${text}x`, { maxValues: big }).code).toBe("bad_request");
  }
}, 20_000);

function faultOf(...args: Parameters<typeof parseStrictJson>): AppError {
  try {
    parseStrictJson(...args);
  } catch (fault) {
    if (isAppError(fault)) return fault;
    throw fault;
  }
  throw new Error(`taken: ${args[0].slice(0, 80)}`);
}

/** Not toStrictEqual, which trips over keys named "constructor". */
function expectSame(read: unknown, wanted: unknown): void {
  expect(isDeepStrictEqual(read, wanted), JSON.stringify(read)).toBe(true);
}

function objectOf(keys: number): string {
  return JSON.stringify(Object.fromEntries(Array.from({ length: keys }, (_, i) => [`k${i}`, i])));
}

/** The rule once more, in the plainest way: no limits are reached by what fast-check makes here. */
function isPermitted(value: unknown): boolean {
  if (typeof value === "string") return isSound(value);
  if (typeof value === "number") return value >= -(2 ** 53 - 1) && value <= 2 ** 53 - 1;
  if (typeof value !== "object" || value === null) return true;
  return Object.entries(value).every(([key, inner]) => key !== "__proto__" && isSound(key) && isPermitted(inner));
}

function isSound(text: string): boolean {
  return !text.includes("\0") && [...text].every((char) => char < "\ud800" || char > "\udfff" || char.length === 2);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
