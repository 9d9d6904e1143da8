import { spawnSync } from "node:child_process";
import { findBrowser, findHeadlessShell } from "./browser.mjs";
import { runLogged } from "./run-child.mjs";
import { SetUpFailed } from "./set-up-failed.mjs";

const ADVICE = "Install Chromium yourself and name it: CHROMIUM_PATH=/path/to/chromium npm test";

/** Gets a Chromium where there is none: by apt where we may, else by Playwright. Answers its path. */
export async function ensureBrowser() {
  return findBrowser() ?? (await getByApt("chromium")) ?? (await getByPlaywright());
}

/** Gets the headless shell of the same version beside it, by apt where we may. Answers its path, or none. */
export async function ensureHeadlessShell() {
  if (process.env.CHROMIUM_PATH) return findHeadlessShell();
  if (!findHeadlessShell()) await getByApt("chromium", "chromium-headless-shell");
  return findHeadlessShell();
}

async function getByApt(...packages) {
  if (!answers("apt-get", ["--version"])) return undefined;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && !answers("sudo", ["-n", "true"])) return undefined;
  const apt = (...args) => (isRoot ? ["apt-get", args] : ["sudo", ["-n", "apt-get", ...args]]);
  try {
    await runLogged("Updating apt's lists", ...apt("update"), { advice: ADVICE });
    await runLogged("Installing Chromium", ...apt("install", "-y", "--no-install-recommends", ...packages), {
      advice: ADVICE,
    });
  } catch (error) {
    if (!(error instanceof SetUpFailed)) throw error;
  }
  return findBrowser();
}

async function getByPlaywright() {
  const install = ["install", "chromium", "--with-deps"];
  await runLogged("Downloading Chromium by Playwright", "node_modules/.bin/playwright", install, { advice: ADVICE });
  const browser = findBrowser();
  if (!browser) throw new SetUpFailed(`Playwright's Chromium does not run here.\n${ADVICE}`);
  return browser;
}

function answers(command, args) {
  return spawnSync(command, args, { stdio: "ignore" }).status === 0;
}
