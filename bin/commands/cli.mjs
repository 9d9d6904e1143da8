import { ensurePrograms } from "../setup/ensure-build.mjs";
import { ensureDependencies } from "../setup/ensure-dependencies.mjs";
import { runHere } from "../setup/run-here.mjs";

/** `npm run belfry -- …`: the command line; it needs no pages, so it does not build them. */
export async function run(args) {
  await ensureDependencies();
  await ensurePrograms();
  process.env.NODE_ENV ??= "production";
  await runHere("belfry", args);
}
