import { parseArgs } from "node:util";
import { AppError } from "@/lib/app-error";
import { checkedEnv } from "@/lib/boot/checked-env";
import type { Answer } from "./command";

/** A command on the database's file as a whole: it is not opened before. */
export interface FileCommand {
  run(url: string, file: string): Promise<Answer>;
}

/** Reads `FILE` and `--json`, runs the command and prints its answer. */
export async function runFileCommand(command: FileCommand, args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({ args, options: { json: { type: "boolean" } }, allowPositionals: true });
  const [file, ...more] = positionals;
  if (!file || more.length > 0) throw new AppError("bad_request", "Name one file.");
  const answer = await command.run(checkedEnv().DATABASE_URL, file);
  process.stdout.write(`${values.json ? JSON.stringify(answer.json) : answer.text}\n`);
}
