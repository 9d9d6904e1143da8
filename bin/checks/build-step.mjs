import { ensureBuild } from "../setup/ensure-build.mjs";
import { say } from "../setup/say.mjs";
import { SetUpFailed } from "../setup/set-up-failed.mjs";

/** The production build that the browser tests run on, counted as one check. */
export async function buildStep() {
  try {
    await ensureBuild();
    return { passed: 1, failed: 0, skipped: 0 };
  } catch (error) {
    if (!(error instanceof SetUpFailed)) throw error;
    say(error.message);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
