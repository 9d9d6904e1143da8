import { ensureBrowser, ensureHeadlessShell } from "../setup/ensure-browser.mjs";
import { ensureBuild } from "../setup/ensure-build.mjs";
import { ensureDependencies } from "../setup/ensure-dependencies.mjs";
import { runLive } from "../setup/run-child.mjs";

/** `npm run bench`: the benchmarks, on the production build. */
export async function run(args) {
  await ensureDependencies();
  await ensureBuild();
  await ensureBrowser();
  await ensureHeadlessShell();
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  const flags = ["--expose-gc", "--import", "tsx"];
  process.exitCode = await runLive(process.execPath, [...flags, "bench/run.ts", ...args], env);
}
