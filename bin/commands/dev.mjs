import { bundleServiceWorker } from "../setup/bundle.mjs";
import { ensureDependencies } from "../setup/ensure-dependencies.mjs";
import { runLive } from "../setup/run-child.mjs";

/** `npm run dev`: the server from its sources, pages rebuilt as they change. */
export async function run(args) {
  await ensureDependencies();
  await bundleServiceWorker();
  const env = { ...process.env, NODE_ENV: "development", NEXT_TELEMETRY_DISABLED: "1" };
  process.exitCode = await runLive(process.execPath, ["--import", "tsx", "server.ts", ...args], env);
}
