import { parseArgs } from "node:util";
import { AppError } from "@/lib/app-error";
import type { Command, Options } from "./command";

/** What was given: the command's own options by name, and those that every command takes. */
interface Given {
  options: Options;
  /** Id or name. */
  workspace?: string;
  json: boolean;
}

/** Takes the words behind a command apart. Throws for what it does not take, and for what it needs and lacks. */
export function readOptions(command: Pick<Command, "options" | "required" | "bare">, args: string[]): Given {
  const texts = Object.fromEntries(
    [...command.options, "workspace"].map((name) => [name, { type: "string" } as const]),
  );
  const { bare } = command;
  const known = { ...texts, json: { type: "boolean" } } as const;
  const parsed = parseArgs({ args, options: known, strict: true, allowPositionals: bare !== undefined });
  const { json, ...values } = parsed.values;
  const { workspace, ...options } = values as Record<string, string | undefined>;
  for (const value of parsed.positionals) {
    if (!bare || options[bare]) throw new AppError("bad_request", `What is ${value}? Only one ${bare} is taken.`);
    options[bare] = value;
  }
  const missing = command.required.filter((name) => !options[name]);
  if (missing.length > 0)
    throw new AppError("bad_request", `Give ${missing.map((name) => `--${name}`).join(" and ")}.`);
  return { options, workspace, json: json === true };
}
