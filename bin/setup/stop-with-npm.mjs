import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

const LOOK_EVERY_MS = 250;

/**
 * Ends this process as SIGTERM would when the npm that started it is gone. npm passes a signal to its shell
 * only, and the shell dies without passing it on: without this, killing npm leaves the server running.
 */
export function stopWithNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const above = whoIs(parent);
  const npm = above.isShell ? above.parent : undefined;
  const timer = setInterval(() => {
    if (process.ppid === parent && (npm === undefined || isAlive(npm))) return;
    clearInterval(timer);
    process.kill(process.pid, "SIGTERM");
  }, LOOK_EVERY_MS);
  timer.unref();
}

/** npm runs scripts through `sh -c`, which may stay between npm and us or may have become us. */
function whoIs(pid) {
  const text = existsSync("/proc/self/stat") ? fromProc(pid) : fromPs(pid);
  const [, name, parent] = text.match(/^(\S+) (\d+)$/) ?? [];
  return { isShell: /^(.*\/)?-?(sh|ash|bash|dash|zsh)$/.test(name ?? ""), parent: parent && Number(parent) };
}

function fromProc(pid) {
  try {
    const [, name, parent] = readFileSync(`/proc/${pid}/stat`, "utf8").match(/\((.*)\) \S (\d+)/s) ?? [];
    return `${name} ${parent}`;
  } catch {
    return "";
  }
}

function fromPs(pid) {
  const { stdout } = spawnSync("ps", ["-o", "comm=,ppid=", "-p", String(pid)], { encoding: "utf8" });
  return (stdout ?? "").trim().replace(/\s+/, " ");
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
