/** What a walk over a parsed value found. `fault` says what is wrong at `path`; a walk ends at its first fault. */
export interface Walk {
  keys: number;
  /** One more than allowed, if there are too many. */
  values: number;
  fault?: string;
  path: (string | number)[];
}

interface WalkLimits {
  /** Whether a string may hold U+0000 or half a surrogate pair, so that each must be looked at. */
  odd: boolean;
  maxKeys: number;
  maxValues: number;
}

/** Counts `value` and looks for what is well-formed and still refused (F33). `value` is not deep: this recurses. */
export function walk(value: unknown, limits: WalkLimits): Walk {
  const found: Walk = { keys: 0, values: 0, path: [] };
  found.fault = visit(value, found, limits);
  return found;
}

function visit(value: unknown, found: Walk, limits: WalkLimits): string | undefined {
  if (++found.values > limits.maxValues) return "There are too many values.";
  if (typeof value === "string") return limits.odd ? oddText(value) : undefined;
  if (typeof value === "number") return Math.abs(value) > Number.MAX_SAFE_INTEGER ? TOO_LARGE : undefined;
  if (typeof value !== "object" || value === null) return undefined;
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) {
      const fault = visit(value[i], found, limits);
      if (fault) return at(found, i, fault);
    }
    return undefined;
  }
  const record = value as Record<string, unknown>;
  const keys = Object.keys(record);
  found.keys += keys.length;
  if (keys.length > limits.maxKeys) return `An object has at most ${limits.maxKeys} keys; this one has ${keys.length}.`;
  for (const key of keys) {
    const fault = keyFault(key, record, limits.odd) ?? visit(record[key], found, limits);
    if (fault) return at(found, key, fault);
  }
  return undefined;
}

/** The path is put together on the way back, so that a sound value pays nothing for it. */
function at(found: Walk, step: string | number, fault: string): string {
  found.path.unshift(step);
  return fault;
}

function keyFault(key: string, record: Record<string, unknown>, odd: boolean): string | undefined {
  if (key === "__proto__") return REACHES_PROTOTYPE;
  if (key === "constructor") {
    const inner = record[key];
    if (typeof inner === "object" && inner !== null && Object.hasOwn(inner, "prototype")) return REACHES_PROTOTYPE;
  }
  return odd ? oddText(key) : undefined;
}

function oddText(text: string): string | undefined {
  if (text.includes("\0")) return "Text must not contain the character U+0000. Remove it.";
  if (/\p{Cs}/u.test(text)) return "Text must not contain half of a surrogate pair. Send the whole character.";
  return undefined;
}

const TOO_LARGE = `Numbers must lie within ±${Number.MAX_SAFE_INTEGER}, beyond which digits are lost. Send this one as text, in quotes.`;
const REACHES_PROTOTYPE = "This key is not allowed, because it can change how objects behave. Use another name.";
