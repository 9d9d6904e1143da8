// One process, one port: Next, the embedded realtime hub and the worker.
import "./lib/boot/env-file";
import { checkedEnv } from "./lib/boot/checked-env";
import { serve } from "./lib/boot/serve";

const env = checkedEnv();
if (process.argv.includes("--check-config")) process.stdout.write("The settings are right.\n");
else await serve(env);
