import { spawn } from "node:child_process";
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { constants, tmpdir } from "node:os";
import path from "node:path";
import { say } from "./say.mjs";
import { SetUpFailed } from "./set-up-failed.mjs";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];
const STILL_EVERY_MS = 10_000;

/** Runs a command with its output on this terminal → its exit code (128 + n after a signal). Signals are passed on. */
export async function runLive(command, args, env = process.env) {
  return ended(spawn(command, args, { stdio: "inherit", env }));
}

/**
 * Runs a step of the set-up with its output in a log; every ten seconds it says that it is still at it.
 * Throws `SetUpFailed` with both ends of the log and `advice` when the command fails.
 */
export async function runLogged(title, command, args, { env = process.env, advice }) {
  say(`${title} …`);
  const started = Date.now();
  const log = path.join(mkdtempSync(path.join(tmpdir(), "belfry-set-up-")), "log.txt");
  const still = setInterval(() => say(`  … still at it (${seconds(started)} s)`), STILL_EVERY_MS);
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], env });
  const output = createWriteStream(log);
  for (const stream of [child.stdout, child.stderr]) stream.pipe(output, { end: false });
  const code = await ended(child).finally(() => clearInterval(still));
  await new Promise((resolve) => output.end(resolve));
  if (code !== 0) throw new SetUpFailed(`${endsOf(log)}\n\n${title}: failed.\n${advice}\nThe whole log: ${log}`);
  rmSync(path.dirname(log), { recursive: true });
  say(`  done in ${seconds(started)} s`);
}

function ended(child) {
  let asked;
  const passOn = (signal) => {
    asked = signal;
    child.kill(signal);
  };
  for (const signal of SIGNALS) process.on(signal, passOn);
  return new Promise((resolve, reject) => {
    child.on("error", (error) => reject(new SetUpFailed(`Cannot run ${child.spawnfile}: ${error.message}`)));
    child.on("close", (code, signal) => {
      for (const each of SIGNALS) process.off(each, passOn);
      // Asked to stop: the step has stopped, and no further one begins.
      if (asked) process.exit(128 + constants.signals[asked]);
      resolve(signal ? 128 + constants.signals[signal] : code);
    });
  });
}

/** The first lines name the fault as often as the last do. */
function endsOf(log) {
  const lines = readFileSync(log, "utf8").trimEnd().split("\n");
  return (lines.length > 45 ? [...lines.slice(0, 15), "  …", ...lines.slice(-30)] : lines).join("\n");
}

function seconds(started) {
  return Math.round((Date.now() - started) / 1000);
}
