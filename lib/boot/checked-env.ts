import { type Env, readEnv } from "@/lib/env";
import { readSecretFiles } from "./secret-files";

/** EX_CONFIG of sysexits.h: a supervisor can tell it from a crash. */
const BAD_CONFIGURATION = 78;

/** The settings, or the end of the process with every fault named at once (F42). */
export function checkedEnv(): Env {
  const secretFaults = readSecretFiles(process.env);
  const read = readEnv(process.env);
  if ("env" in read && secretFaults.length === 0) return read.env;
  const faults = [...secretFaults, ...("faults" in read ? read.faults : [])];
  const lines = faults.map((fault) => `  ${fault}`).join("\n");
  process.stderr.write(`Belfry cannot start: these settings are wrong (see .env.example).\n${lines}\n`);
  process.exit(BAD_CONFIGURATION);
}
