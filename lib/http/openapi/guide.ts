import { fieldsOf } from "./document";
import type { Operation } from "./operation";
import { OPERATIONS } from "./operations";

/** The endpoints as the page at /developers shows them. `server` is the address of this installation. */
export function guide(server: string) {
  return [...new Set(OPERATIONS.map(({ tag }) => tag))].map((name) => ({
    name,
    operations: OPERATIONS.filter(({ tag }) => tag === name).map((operation) => described(operation, server)),
  }));
}

function described(operation: Operation, server: string) {
  const { method, path, summary, details = null, scope } = operation;
  const { others, required } = fieldsOf(operation);
  const fields = Object.entries(others).map(([field, schema]) => ({
    name: field,
    kind: kindOf(schema),
    required: required.includes(field),
  }));
  const id = `${method}${path.replaceAll(/\W+/g, "-")}`.toLowerCase();
  return { id, method, path, summary, details, scope, curl: curlOf(operation, server), fields };
}

/** A command that runs where `$BELFRY_KEY` holds a key. What it cannot know stands as `{id}`. */
function curlOf({ method, path, example, at = {} }: Operation, server: string): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (whole, name: string) => at[name] ?? whole);
  const lines = [
    `curl ${method === "GET" ? "" : `-X ${method} `}"${server}/api/v1${filled}"`,
    `-H "Authorization: Bearer $BELFRY_KEY"`,
  ];
  if (example !== undefined) {
    lines.push(
      `-H "Content-Type: application/json"`,
      `-d '${JSON.stringify(example, null, 2).replaceAll("'", "'\\''")}'`,
    );
  }
  return lines.join(" \\\n  ");
}

interface JsonSchema {
  type?: string;
  enum?: unknown[];
  const?: unknown;
  format?: string;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
}

function kindOf({ type, enum: values, const: only, format, items, anyOf }: JsonSchema): string {
  if (values) return values.join(", ");
  if (only !== undefined) return String(only);
  if (anyOf) return anyOf.map(kindOf).join(" or ");
  if (type === "array") return items ? `list of: ${kindOf(items)}` : "list";
  if (type === "string")
    return format === "date-time" ? "time, such as 2026-12-01T09:00:00Z" : (FORMATS[format ?? ""] ?? "text");
  return KINDS[type ?? ""] ?? "anything";
}

const FORMATS: Readonly<Record<string, string>> = { email: "email address" };
const KINDS: Readonly<Record<string, string>> = {
  integer: "whole number",
  number: "number",
  boolean: "true or false",
  object: "object",
  null: "null",
};
