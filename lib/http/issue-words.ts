import { type core, locales } from "zod";

/** What is wrong and how to mend it: the schema's own words where it has any, ours in place of zod's. */
export function issueDetail(issue: core.$ZodIssue): string {
  if (!isStock(issue)) return issue.message;
  switch (issue.code) {
    case "invalid_type":
      return wrongType(issue.expected, issue.message);
    case "invalid_value":
      return oneOf(issue.values);
    case "too_small":
      return `${BOUNDS_OF[issue.origin] ?? "Use"} ${least(issue)}${unit(issue.origin, issue.minimum)}.`;
    case "too_big":
      return `${BOUNDS_OF[issue.origin] ?? "Use"} ${most(issue)}${unit(issue.origin, issue.maximum)}.`;
    case "invalid_format":
      return `This is not ${FORMATS[issue.format] ?? "in the form wanted here"}. Check how it is written.`;
    case "not_multiple_of":
      return `Use a multiple of ${issue.divisor}.`;
    case "invalid_key":
      return issue.issues[0] ? `This key cannot be used. ${issueDetail(issue.issues[0])}` : "This key cannot be used.";
    case "invalid_union":
      return "options" in issue ? oneOf(issue.options as unknown[]) : unionOf(issue.errors);
    default:
      return "This value cannot be accepted. See the description of the field.";
  }
}

/** The detail for a key that the schema does not know. */
export function unknownField(key: string): string {
  return `Unknown field; remove ${JSON.stringify(key)} or check its spelling.`;
}

const english = locales.en().localeError;

/** Whether zod itself worded the message. Types and values are known by their beginning: it ends in what was sent. */
function isStock(issue: core.$ZodIssue): boolean {
  if (issue.code === "invalid_type" || issue.code === "invalid_value") {
    return /^Invalid (input|option): expected /.test(issue.message);
  }
  const stock = english(issue as core.$ZodRawIssue);
  return issue.message === (typeof stock === "string" ? stock : stock?.message);
}

function wrongType(expected: string, message: string): string {
  const wanted = KINDS_OF_VALUE[expected] ?? `a value of the type ${expected}`;
  const received = /received (\S+)$/.exec(message)?.[1] ?? "";
  if (received === "undefined") return `Required, but missing. Give ${wanted}.`;
  if (expected === "int") return "Use a whole number.";
  return `Use ${wanted}, not ${KINDS_OF_VALUE[received] ?? "this"}.`;
}

function oneOf(values: readonly unknown[]): string {
  return values.length === 1 ? `Use ${quoted(values[0])}.` : `Use one of: ${values.map(quoted).join(", ")}.`;
}

function unionOf(branches: readonly core.$ZodIssue[][]): string {
  const wanted = branches.map(([first]) => {
    if (first?.path.length) return "an object";
    if (first?.code === "invalid_type") return KINDS_OF_VALUE[first.expected];
    return first?.code === "invalid_value" ? first.values.map(quoted).join(", ") : undefined;
  });
  const known = [...new Set(wanted)].filter((each) => each !== undefined);
  return known.length > 1 ? `Use one of: ${known.join("; ")}.` : "This fits none of the forms allowed here.";
}

function least(issue: core.$ZodIssueTooSmall): string {
  if (issue.exact) return `exactly ${issue.minimum}`;
  return issue.inclusive === false ? `more than ${issue.minimum}` : `at least ${issue.minimum}`;
}

function most(issue: core.$ZodIssueTooBig): string {
  if (issue.exact) return `exactly ${issue.maximum}`;
  return issue.inclusive === false ? `less than ${issue.maximum}` : `at most ${issue.maximum}`;
}

function unit(origin: string, count: number | bigint): string {
  const name = { string: "character", array: "item", set: "item", record: "key", object: "key" }[origin];
  return name ? ` ${name}${Number(count) === 1 ? "" : "s"}` : "";
}

const quoted = (value: unknown): string => JSON.stringify(value) ?? String(value);

const BOUNDS_OF: Readonly<Record<string, string>> = {
  string: "Write",
  array: "Give",
  number: "Use a number of",
  int: "Use a number of",
};

const KINDS_OF_VALUE: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  object: "an object",
  record: "an object",
  array: "a list",
  null: "null",
};

const FORMATS: Readonly<Record<string, string>> = {
  email: "an email address",
  url: "a web address",
  datetime: "an RFC 3339 time, such as 2026-11-21T18:51:00Z",
  date: "a date, such as 2026-11-21",
  time: "a time of day, such as 18:51:00",
  uuid: "a UUID",
};
