// A process of its own: takes a `Wanted`, loads the server with it, and says what it measured.
import { randomUUID } from "node:crypto";
import { percentile } from "../measure/statistics";
import { runConnection } from "./connection";
import type { Measured, Wanted } from "./wanted";

process.on("message", async (wanted: Wanted) => process.send?.(await load(wanted)));

async function load(wanted: Wanted): Promise<Measured> {
  const { port, connections, seconds, status } = wanted;
  const times: number[] = [];
  const start = performance.now();
  const end = start + seconds * 1000;
  const request = requestsOf(wanted);
  const next = () => (performance.now() < end ? request() : undefined);
  const onAnswer = (answered: number, ms: number) => {
    if (answered !== status) throw new Error(`${wanted.path} answered ${answered}, not ${status}.`);
    times.push(ms);
  };
  await Promise.all(Array.from({ length: connections }, () => runConnection(port, next, onAnswer)));
  const took = (performance.now() - start) / 1000;
  return {
    answered: times.length,
    perSecond: times.length / took,
    p50: percentile(times, 50),
    p99: percentile(times, 99),
  };
}

function requestsOf({ method, path, port, bearer, bodies, keyed }: Wanted): () => string {
  const run = randomUUID();
  const head = `${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n${bearer ? `Authorization: Bearer ${bearer}\r\n` : ""}`;
  const tails = bodies.map((body) => {
    // Sent as Latin-1, one byte a character, so that the string's length is the body's.
    const bytes = Buffer.from(body).toString("latin1");
    return `Content-Type: application/json\r\nContent-Length: ${bytes.length}\r\n\r\n${bytes}`;
  });
  let sent = 0;
  return () => {
    sent++;
    const key = keyed ? `Idempotency-Key: ${run}-${sent}\r\n` : "";
    return `${head}${key}${tails[sent % tails.length] ?? "\r\n"}`;
  };
}
