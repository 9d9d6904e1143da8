import { createServer } from "node:net";

/** Why this process cannot listen there, in words; undefined when it can. Asked first, so that nobody waits in vain. */
export async function portFault(port: number, host: string): Promise<string | undefined> {
  const code = await tryListening(port, host);
  if (code === undefined) return undefined;
  const other = port < 65_000 ? port + 100 : 3100;
  const why =
    code === "EADDRINUSE" ? "is taken by another program" : code === "EACCES" ? "is not open to you" : `gives ${code}`;
  return `Port ${port} ${why}. Choose another, for example: PORT=${other} npm run demo`;
}

function tryListening(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
}
