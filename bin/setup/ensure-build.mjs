import { existsSync } from "node:fs";
import { bundlePrograms, bundleServiceWorker, programs } from "./bundle.mjs";
import { runLogged } from "./run-child.mjs";
import { hashOf, isStamped, stamp, unstamp } from "./stamp.mjs";

const SHARED = ["db", "lib", "package.json", "package-lock.json", "tsconfig.json"];
const PAGES = ["app", "components", "public", "proxy.ts", "next.config.ts", "postcss.config.mjs", ...SHARED];
const PAGES_STAMP = "dist/.pages";
const PROGRAMS_STAMP = "dist/.programs";

/** Builds what is older than its sources: the pages (`next build`) and the programs (`dist/*.js`). */
export async function ensureBuild() {
  await ensurePages();
  await ensurePrograms();
}

/** Builds only `dist/*.js`: server and its thread, CLI, demo. A fifth of a second, and nothing on stdout. */
export async function ensurePrograms() {
  const wanted = hashOf([...programs(), ...SHARED], counts);
  if (isStamped(PROGRAMS_STAMP, wanted)) return;
  await bundlePrograms();
  stamp(PROGRAMS_STAMP, wanted);
}

async function ensurePages() {
  // First: it is one of the files that the pages are made of.
  await bundleServiceWorker();
  const wanted = hashOf(PAGES, counts);
  if (isStamped(PAGES_STAMP, wanted) && existsSync(".next/BUILD_ID")) return;
  unstamp(PAGES_STAMP);
  await runLogged("Building the pages (about twenty seconds)", "node_modules/.bin/next", ["build"], {
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    advice: "The lines above name the file at fault. In an unchanged clone: delete .next and start again.",
  });
  stamp(PAGES_STAMP, wanted);
}

function counts(file) {
  return !/\.test\.tsx?$/.test(file);
}
