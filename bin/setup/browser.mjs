import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { SetUpFailed } from "./set-up-failed.mjs";

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

const HEADLESS_SHELL = "/usr/bin/chromium-headless-shell";

/** What Chromium needs to run as root, and to leave the network alone. */
export const BROWSER_ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** The Chromium that tests and benchmarks drive: `CHROMIUM_PATH`, else the system's, else Playwright's own. */
export function findBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named && !runs(named)) throw new SetUpFailed(`CHROMIUM_PATH=${named} does not run.`);
  return named || [...PLACES, playwrights()].find(runs);
}

function playwrights() {
  return createRequire(import.meta.url)("@playwright/test").chromium.executablePath();
}

/**
 * The same engine without what is around pages (windows, notifications, push), which takes a third less time:
 * `HEADLESS_SHELL_PATH`, else the system's. None where a `CHROMIUM_PATH` asks for that browser alone.
 */
export function findHeadlessShell() {
  const named = process.env.HEADLESS_SHELL_PATH;
  if (named && !runs(named)) throw new SetUpFailed(`HEADLESS_SHELL_PATH=${named} does not run.`);
  if (named || process.env.CHROMIUM_PATH) return named || undefined;
  return runs(HEADLESS_SHELL) ? HEADLESS_SHELL : undefined;
}

/** Asked to run, not only looked up: Ubuntu's chromium-browser may be a stub that asks for a snap. */
function runs(file) {
  return existsSync(file) && spawnSync(file, ["--version"], { stdio: "ignore", timeout: 20_000 }).status === 0;
}
