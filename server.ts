// One process, one port: Next, the embedded realtime hub and the worker.
import "./lib/boot/env-file";
import { checkedEnv } from "./lib/boot/checked-env";
import { serve } from "./lib/boot/serve";

await serve(checkedEnv());
