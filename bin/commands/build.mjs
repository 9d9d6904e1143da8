import { ensureBuild } from "../setup/ensure-build.mjs";
import { ensureDependencies } from "../setup/ensure-dependencies.mjs";

/** `npm run build`: for images and supervisors that start `node dist/server.js` themselves. */
export async function run() {
  await ensureDependencies();
  await ensureBuild();
}
