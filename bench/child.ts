import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";

const RUN = fileURLToPath(new URL("./run.ts", import.meta.url));

/** Runs a program of `run.ts` in a process of its own, which can be talked to. */
export function startChild(program: string, args: readonly string[] = []): ChildProcess {
  return fork(RUN, [program, ...args], { execArgv: ["--import", "tsx"] });
}

/** The next thing that it says; throws when it ends instead. */
export function hear<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`A process of the benchmark ended with ${code}.`));
    child.once("exit", ended);
    child.once("message", (message) => {
      child.off("exit", ended);
      resolve(message as T);
    });
  });
}

/** Asks it to stop, and makes it stop when it has not within ten seconds. */
export async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const late = setTimeout(() => child.kill("SIGKILL"), 10_000);
  child.kill("SIGTERM");
  await ended;
  clearTimeout(late);
}
