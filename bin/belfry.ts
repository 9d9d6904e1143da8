// The command line: `npm run belfry -- <noun> <verb> [options]`. Works on the database of DATABASE_URL, also while a
// server runs on it.
import "@/lib/boot/env-file";
import { isAppError } from "@/lib/app-error";
import { apiKeyCreate } from "./cli/api-key-create";
import { apiKeyRevoke } from "./cli/api-key-revoke";
import type { Command } from "./cli/command";
import { dbBackup } from "./cli/db-backup";
import { dbCheck } from "./cli/db-check";
import { dbRestore } from "./cli/db-restore";
import { outboxList } from "./cli/outbox-list";
import { runCommand } from "./cli/run-command";
import { type FileCommand, runFileCommand } from "./cli/run-file-command";
import { USAGE } from "./cli/usage";
import { userSet } from "./cli/user-set";
import { workspaceCreate } from "./cli/workspace-create";

const COMMANDS: Readonly<Record<string, Command>> = {
  "user set": userSet,
  "api-key create": apiKeyCreate,
  "api-key revoke": apiKeyRevoke,
  "workspace create": workspaceCreate,
  "outbox list": outboxList,
  "db check": dbCheck,
};
const FILE_COMMANDS: Readonly<Record<string, FileCommand>> = { "db backup": dbBackup, "db restore": dbRestore };

const [noun = "", verb = "", ...args] = process.argv.slice(2);
const name = `${noun} ${verb}`;
const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
const fileCommand = Object.hasOwn(FILE_COMMANDS, name) ? FILE_COMMANDS[name] : undefined;

if (command) {
  await runCommand(command, args).catch(fail);
} else if (fileCommand) {
  await runFileCommand(fileCommand, args).catch(fail);
} else if (["", "help", "--help", "-h"].includes(noun)) {
  process.stdout.write(USAGE);
  process.exitCode = noun === "" ? 2 : 0;
} else {
  process.stderr.write(`There is no command "${name.trim()}".\n\n${USAGE}`);
  process.exitCode = 2;
}

function fail(error: unknown): void {
  const known = isAppError(error) ? error : undefined;
  const faults = (known?.errors ?? []).filter(({ detail }) => detail !== known?.detail);
  const lines = faults.map(({ pointer, detail }) => `  ${pointer.slice(1)}: ${detail}`);
  process.stderr.write(`${[error instanceof Error ? error.message : String(error), ...lines].join("\n")}\n`);
  process.exitCode = 1;
}
