// The way in: `node bin/run.mjs <command> [args]`. Plain Node without packages, because a fresh clone has none.
import { fileURLToPath } from "node:url";
import { ensureNode } from "./setup/ensure-node.mjs";
import { say } from "./setup/say.mjs";
import { SetUpFailed } from "./setup/set-up-failed.mjs";
import { stopWithNpm } from "./setup/stop-with-npm.mjs";

const COMMANDS = {
  demo: () => import("./commands/demo.mjs"),
  start: () => import("./commands/start.mjs"),
  dev: () => import("./commands/dev.mjs"),
  build: () => import("./commands/build.mjs"),
  test: () => import("./commands/test.mjs"),
  bench: () => import("./commands/bench.mjs"),
  cli: () => import("./commands/cli.mjs"),
};

const [name, ...args] = process.argv.slice(2);
try {
  ensureNode();
  if (!Object.hasOwn(COMMANDS, name ?? "")) throw new SetUpFailed(`Say one of: ${Object.keys(COMMANDS).join(", ")}.`);
  process.chdir(fileURLToPath(new URL("..", import.meta.url)));
  stopWithNpm();
  const { run } = await COMMANDS[name]();
  await run(args);
} catch (error) {
  if (!(error instanceof SetUpFailed)) throw error;
  say(error.message);
  process.exitCode = 1;
}
