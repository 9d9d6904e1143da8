import { spawnSync } from "node:child_process";
import { findBrowser } from "./browser.mjs";
import { runLogged } from "./run-child.mjs";
import { SetUpFailed } from "./set-up-failed.mjs";

const ADVICE = "Install Chromium yourself and name it: CHROMIUM_PATH=/path/to/chromium npm test";

/** Gets a Chromium where there is none: by apt where we may, else by Playwright. Answers its path. */
export async function ensureBrowser() {
  return findBrowser() ?? (await getByApt()) ?? (await getByPlaywright());
}

async function getByApt() {
  if (!answers("apt-get", ["--version"])) return undefined;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && !answers("sudo", ["-n", "true"])) return undefined;
  const apt = (...args) => (isRoot ? ["apt-get", args] : ["sudo", ["-n", "apt-get", ...args]]);
  try {
    await runLogged("Updating apt's lists", ...apt("update"), { advice: ADVICE });
    await runLogged("Installing Chromium", ...apt("install", "-y", "--no-install-recommends", "chromium"), {
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
