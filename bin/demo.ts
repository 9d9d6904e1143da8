// `npm run demo`: a sample company in a database of its own, alive while it runs. It does not read .env: what stands
// there belongs to the real installation, and must neither send mail for the sample nor be written to.
import path from "node:path";
import { checkedEnv } from "@/lib/boot/checked-env";
import { serve } from "@/lib/boot/serve";
import { greeting } from "./demo/greeting";
import { portFault } from "./demo/port-fault";
import { prepare } from "./demo/prepare";
import { stream } from "./demo/stream";

if (process.env.BELFRY_DEMO !== "1") fail("Start the demo with npm run demo: it keeps to a database of its own.");
// The requests of the sample events would bury what is printed here.
process.env.LOG_LEVEL ||= "warn";
// Long enough to see assignments wait for each other, short enough to see the bell ring.
process.env.MERGE_WINDOW_SECONDS ||= "3";
const env = checkedEnv();
const fault = await portFault(env.PORT, env.HOST);
if (fault) fail(fault);

const address = env.AUTH_URL?.replace(/\/$/, "") ?? `http://localhost:${env.PORT}`;
const file = path.resolve(env.DATABASE_URL.replace(/^file:/, ""));
const { fresh, keys } = await prepare(env.DATABASE_URL, path.join(path.dirname(file), "demo-keys.json"), address);
await serve(env);
process.stdout.write(`${greeting(address, keys.curl)}\n`);

const ending = new AbortController();
for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => ending.abort());
const run = Date.now().toString(36);
void stream({ address: `http://127.0.0.1:${env.PORT}`, keys, fresh, run, signal: ending.signal });

function fail(line: string): never {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}
