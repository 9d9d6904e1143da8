import { bundleServiceWorker } from "../setup/bundle.mjs";
import { ensurePrograms } from "../setup/ensure-build.mjs";
import { ensureDependencies } from "../setup/ensure-dependencies.mjs";
import { runLive } from "../setup/run-child.mjs";

/** `npm run dev`: the server from its sources, pages rebuilt as they change. */
export async function run(args) {
  await ensureDependencies();
  await bundleServiceWorker();
  // The thread that makes calls runs as it is built, here too.
  await ensurePrograms();
  const env = { ...process.env, NODE_ENV: "development", NEXT_TELEMETRY_DISABLED: "1" };
  process.exitCode = await runLive(process.execPath, ["--import", "tsx", "server.ts", ...args], env);
}
