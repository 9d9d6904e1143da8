import type { ChildProcess } from "node:child_process";
import { endChild, hear, startChild } from "../child";
import type { Measured, Wanted } from "./wanted";

/** Runs `work` with a load generator, which is a process of its own. */
export async function withLoad<T>(work: (load: (wanted: Wanted) => Promise<Measured>) => Promise<T>): Promise<T> {
  const generator = startChild("load-generator");
  try {
    return await work((wanted) => ask(generator, wanted));
  } finally {
    await endChild(generator);
  }
}

function ask(generator: ChildProcess, wanted: Wanted): Promise<Measured> {
  const measured = hear<Measured>(generator);
  generator.send(wanted);
  return measured;
}
