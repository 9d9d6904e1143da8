import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import path from "node:path";
import { isInstalledAsLocked } from "./lockfile.mjs";
import { runLogged } from "./run-child.mjs";
import { SetUpFailed } from "./set-up-failed.mjs";
import { hashOf, isStamped, stamp } from "./stamp.mjs";

const STAMP = "node_modules/.belfry-installed";
const TOOLCHAIN =
  "better-sqlite3 compiles where no prebuilt binary can be had, and needs python3, make and g++:\n" +
  "  Debian, Ubuntu: apt-get install -y python3 make g++      macOS: xcode-select --install\n" +
  "Otherwise look whether this machine reaches the npm registry (`npm ping`), and start again.";

/** Installs the packages of package-lock.json when they are not those installed, or were built for another Node. */
export async function ensureDependencies() {
  // The ABI is part of it: a compiled better-sqlite3 does not load in another major version of Node.
  const wanted = `${hashOf(["package-lock.json"])} ${process.platform}-${process.arch}-${process.versions.modules}`;
  if (isStamped(STAMP, wanted)) return;
  if (!isInstalledAsLocked() || !nativeModuleLoads()) await install();
  stamp(STAMP, wanted);
}

async function install() {
  const title = "Installing packages (about a minute more where better-sqlite3 must compile)";
  const [command, ...args] = npm();
  // NODE_ENV=production would make npm leave out what the build needs.
  const env = { ...process.env, NODE_ENV: "development" };
  // The log level too is ours: under `npm run --silent` npm would not even say why it failed.
  const flags = ["--include=dev", "--no-audit", "--no-fund", "--loglevel=notice"];
  await runLogged(title, command, [...args, "install", "--no-save", ...flags], { env, advice: TOOLCHAIN });
  if (!nativeModuleLoads()) throw new SetUpFailed(`better-sqlite3 is installed but does not load.\n${TOOLCHAIN}`);
}

function npm() {
  const cli = process.env.npm_execpath;
  return cli && path.basename(cli).startsWith("npm-cli") ? [process.execPath, cli] : ["npm"];
}

function nativeModuleLoads() {
  if (!readdirSync("node_modules").includes("better-sqlite3")) return false;
  const open = "new (require('better-sqlite3'))(':memory:').close()";
  return spawnSync(process.execPath, ["-e", open], { stdio: "ignore" }).status === 0;
}
