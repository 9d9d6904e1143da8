import { parseArgs } from "node:util";
import { AppError } from "../../lib/app-error";
import type { Command, Options } from "./command";

/** What a command was given, by name. Throws for what it does not take, and for what it needs and lacks. */
export function readOptions(
  command: Pick<Command, "options" | "required" | "bare">,
  args: string[],
): Options & { json?: string } {
  const texts = Object.fromEntries(
    [...command.options, "workspace"].map((name) => [name, { type: "string" } as const]),
  );
  const { bare } = command;
  const options = { ...texts, json: { type: "boolean" } } as const;
  const parsed = parseArgs({ args, options, strict: true, allowPositionals: bare !== undefined });
  const values: Record<string, string | boolean | undefined> = parsed.values;
  for (const value of parsed.positionals) {
    if (!bare || values[bare]) throw new AppError("bad_request", `What is ${value}? Only one ${bare} is taken.`);
    values[bare] = value;
  }
  const missing = command.required.filter((name) => !values[name]);
  if (missing.length > 0)
    throw new AppError("bad_request", `Give ${missing.map((name) => `--${name}`).join(" and ")}.`);
  return { ...values, json: values.json ? "yes" : undefined } as Options;
}
