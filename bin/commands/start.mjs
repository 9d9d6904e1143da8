import { ensureBuild } from "../setup/ensure-build.mjs";
import { ensureDependencies } from "../setup/ensure-dependencies.mjs";
import { runHere } from "../setup/run-here.mjs";

/** `npm start`: installs and builds what is missing, then is the server. */
export async function run(args) {
  await ensureDependencies();
  await ensureBuild();
  process.env.NODE_ENV = "production";
  process.env.NEXT_TELEMETRY_DISABLED = "1";
  await runHere("server", args);
}
