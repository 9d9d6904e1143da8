import { Agent, request } from "node:http";
import type { LookupFunction } from "node:net";

/** Posts the same body to each address, so many at once, by node:http alone; milliseconds until the last answered. */
export async function timeBareCalls(urls: readonly string[], body: string, atOnce: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  let next = 0;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let at = next++; at < urls.length; at = next++) await post(urls[at]!, body, agent);
    }),
  );
  const ms = performance.now() - start;
  agent.destroy();
  return ms;
}

function post(url: string, body: string, agent: Agent): Promise<void> {
  const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: "POST", agent, headers, lookup: toLoopback }, (response) => {
      response.resume();
      response.on("end", resolve);
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

const toLoopback: LookupFunction = (_host, options, done) => {
  if (options.all) done(null, [{ address: "127.0.0.1", family: 4 }]);
  else done(null, "127.0.0.1", 4);
};
