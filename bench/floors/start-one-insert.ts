import { endChild, hear, startChild } from "../child";

/** The floor of accepting: a bare server with one synced insert a request. */
export async function startOneInsert(folder: string) {
  const child = startChild("one-insert-server", [folder]);
  const port = await hear<number>(child);
  return { port, pid: child.pid, stop: () => endChild(child) };
}
