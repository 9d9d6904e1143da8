import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { gzipSync } from "node:zlib";

/** Next's own page for when all else fails: without any layout or component of ours, so as empty as a page can be. */
export const EMPTY_PAGE = ".next/server/app/_global-error.html";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "application/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
};

/** Serves the empty page of this build, and its scripts, with no work at all. */
export async function serveEmptyPage(): Promise<{ address: string; stop(): void }> {
  const server = createServer(({ url = "/" }, response) => {
    const file = url.startsWith("/_next/static/") ? path.join(".next", url.slice("/_next".length)) : EMPTY_PAGE;
    try {
      const body = gzipSync(readFileSync(file));
      const type = TYPES[path.extname(file)] ?? "application/octet-stream";
      response.writeHead(200, { "content-type": type, "content-encoding": "gzip", "content-length": body.length });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { address: `http://localhost:${(server.address() as AddressInfo).port}/`, stop: () => server.close() };
}
