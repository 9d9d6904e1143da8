import { type Env, readEnv } from "@/lib/env";

/** EX_CONFIG of sysexits.h: a supervisor can tell it from a crash. */
const BAD_CONFIGURATION = 78;

/** The settings, or the end of the process with every fault named at once (F42). */
export function checkedEnv(): Env {
  const read = readEnv(process.env);
  if ("env" in read) return read.env;
  const lines = read.faults.map((fault) => `  ${fault}`).join("\n");
  process.stderr.write(`Belfry cannot start: these settings are wrong (see .env.example).\n${lines}\n`);
  process.exit(BAD_CONFIGURATION);
}
