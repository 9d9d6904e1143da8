import { AppError } from "@/lib/app-error";
import { pointer } from "@/lib/core/pointer";
import { bodyFault } from "./body-fault";
import { firstDuplicate, placeOf, syntaxFault } from "./json-fault";
import { walk } from "./json-walk";

export interface JsonLimits {
  /** What the text must hold; "any" by default. */
  root?: "object" | "array" | "any";
  /** Levels of objects and arrays, the root being the first; 32 by default. */
  maxDepth?: number;
  /** Keys in one object; 1,000 by default. */
  maxKeys?: number;
  /** Values in all, objects and arrays counted too; 10,000 by default. A batch needs more. */
  maxValues?: number;
}

/**
 * Reads JSON and refuses what a database or another reader could take differently (F31, F33).
 * `bad_request`: not JSON (with line and column), the wrong root, too deep, too many values.
 * `unprocessable`, with a pointer: duplicate keys, keys that reach prototypes, numbers beyond 2^53 - 1,
 * U+0000 and half surrogate pairs, too many keys in one object.
 */
export function parseStrictJson(text: string, limits: JsonLimits = {}): unknown {
  const { root = "any", maxDepth = 32, maxKeys = 1000, maxValues = 10_000 } = limits;
  const { colons, odd } = scan(text, maxDepth, maxValues);
  const value = parse(text);
  if (root !== "any" && !hasRoot(value, root)) {
    throw bodyFault("bad_request", `The body must be a JSON ${root}, not ${nameOf(value)}.`);
  }
  const { keys, values, fault, path } = walk(value, { odd, maxKeys, maxValues });
  if (values > maxValues) throw tooMany(maxValues);
  if (fault) throw refuse(path, fault);
  // JSON.parse keeps the last of equal keys, so the text then has more colons than the value has keys.
  if (keys !== colons) throw refuse(firstDuplicate(text), "This key stands twice in its object. Keep one of them.");
  return value;
}

/**
 * One look at the text before anything is built from it: colons outside strings, and whether a string may
 * hold U+0000 or half a surrogate pair (an escape `\u`, or a surrogate as it stands).
 */
function scan(text: string, maxDepth: number, maxValues: number): { colons: number; odd: boolean } {
  // An empty object or array looks like two values here. The walk counts exactly; this only spares the parser.
  const enough = 2 * maxValues;
  const end = text.length;
  let colons = 0;
  let depth = 0;
  let values = 0;
  let odd = false;
  for (let at = 0; at < end; at++) {
    let char = text.charCodeAt(at);
    if (char === QUOTE) {
      for (at++; at < end; at++) {
        char = text.charCodeAt(at);
        if (char === QUOTE) break;
        if (char === BACKSLASH) {
          at++;
          if (text.charCodeAt(at) === SMALL_U) odd = true;
        } else if (char >= 0xd800 && char <= 0xdfff) odd = true;
      }
    } else if (char === COLON) colons++;
    else if (char === COMMA) values++;
    else if (char === OPEN_OBJECT || char === OPEN_ARRAY) {
      values++;
      if (++depth > maxDepth) throw tooDeep(text, at, maxDepth);
    } else if (char === CLOSE_OBJECT || char === CLOSE_ARRAY) depth--;
  }
  if (values > enough) throw tooMany(maxValues);
  return { colons, odd };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw bodyFault("bad_request", syntaxFault(text));
  }
}

function hasRoot(value: unknown, root: "object" | "array"): boolean {
  return typeof value === "object" && value !== null && Array.isArray(value) === (root === "array");
}

function refuse(path: readonly (string | number)[], detail: string): AppError {
  return new AppError("unprocessable", "The JSON holds what cannot be taken.", {
    // A key with half a surrogate pair is shown with U+FFFD, so that the answer is text that anyone can read.
    errors: [{ pointer: pointer(path).replace(/\p{Cs}/gu, "\ufffd"), detail }],
  });
}

function tooDeep(text: string, at: number, maxDepth: number): AppError {
  return bodyFault(
    "bad_request",
    `The JSON is nested deeper than ${maxDepth} levels at ${placeOf(text, at)}. Flatten it.`,
  );
}

function tooMany(maxValues: number): AppError {
  return bodyFault("bad_request", `The JSON has more than ${maxValues} values. Send less at once.`);
}

function nameOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  if (typeof value === "object") return "an object";
  return typeof value === "string" ? "text" : `a ${typeof value}`;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_ARRAY = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_ARRAY = 0x5d;
const SMALL_U = 0x75;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
