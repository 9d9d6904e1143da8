import { SetUpFailed } from "./set-up-failed.mjs";

const LEAST = [20, 19];

/** Throws `SetUpFailed` when this Node is too old for Belfry (`engines` of package.json). */
export function ensureNode(version = process.versions.node) {
  const [major, minor] = version.split(".").map(Number);
  if (major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1])) return;
  throw new SetUpFailed(
    `Belfry needs Node ${LEAST.join(".")} or newer, and this is ${version}.\nInstall Node 24 from https://nodejs.org (or \`nvm install 24\`) and start again.`,
  );
}
