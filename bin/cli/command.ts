import type { Context } from "@/lib/usecases/context";

/** What a command was given: options by name, without their dashes. */
export type Options = Readonly<Record<string, string | undefined>>;

/** One command: the options it takes besides those of all, what it does, and the answer for people. */
export interface Command {
  options: readonly string[];
  required: readonly string[];
  /** The option whose value may stand without its name. */
  bare?: string;
  run(ctx: Context, options: Options): Promise<Answer>;
}

export interface Answer {
  /** What `--json` prints. */
  json: Record<string, unknown>;
  /** Lines for people. */
  text: string;
}
