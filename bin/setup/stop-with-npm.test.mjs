import { spawn } from "node:child_process";
import path from "node:path";
import { expect, test } from "vitest";

const MODULE = path.join(import.meta.dirname, "stop-with-npm.mjs");
// Says its own id, then that SIGTERM came; with a plain timer it would run for a minute.
const SERVER = `import { stopWithNpm } from ${JSON.stringify(MODULE)};
process.on("SIGTERM", () => { console.log("stopped"); process.exit(0); });
setTimeout(() => {}, 60_000); stopWithNpm(); console.log(process.pid);`;
// A stand-in for npm: it starts a shell that stays, as npm's does, and the shell starts the server.
const NPM = `require("node:child_process").spawn("sh", ["-c", process.argv[1] + "; true"], { stdio: "inherit" });`;

test.each(["SIGTERM", "SIGKILL"])("the server stops when npm gets %s", async (signal) => {
  const server = `"${process.execPath}" --input-type=module -e '${SERVER}'`;
  const npm = spawn(process.execPath, ["-e", NPM, server], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, npm_lifecycle_event: "start" },
  });
  let said = "";
  npm.stdout.on("data", (chunk) => {
    if (said === "") npm.kill(signal);
    said += chunk;
  });
  await new Promise((resolve) => npm.stdout.on("end", resolve));
  expect(said).toMatch(/^\d+\nstopped\n$/);
});
