import { ensureBuild } from "../setup/ensure-build.mjs";
import { ensureDependencies } from "../setup/ensure-dependencies.mjs";
import { runHere } from "../setup/run-here.mjs";

/** `npm run demo`: a sample company in a database of its own, on loopback only. */
export async function run(args) {
  await ensureDependencies();
  await ensureBuild();
  Object.assign(process.env, {
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    DATABASE_URL: "file:./data/demo.db",
    HOST: "127.0.0.1",
    PORT: process.env.PORT ?? "3000",
    BELFRY_DEMO: "1",
  });
  await runHere("demo", args);
}
