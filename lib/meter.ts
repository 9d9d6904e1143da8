import type { ServerResponse } from "node:http";

type Counts = Map<string, number>;

// Next bundles its route handlers apart from the server: both count in the process's one book, as with `runtime()`.
const holder = globalThis as typeof globalThis & { __belfryCounts?: Counts };

/** What a process has counted since it started, by name and labels as Prometheus writes them. */
export function counts(): Counts {
  holder.__belfryCounts ??= new Map();
  return holder.__belfryCounts;
}

/** Adds to a counter. Labels come from closed lists only: each new pair is a series for ever (C11). */
export function count(name: string, by: number, labels: Readonly<Record<string, string>> = {}): void {
  if (by === 0) return;
  const pairs = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
  const series = pairs.length > 0 ? `${name}{${pairs.join(",")}}` : name;
  counts().set(series, (counts().get(series) ?? 0) + by);
}

let open = 0;
let askedAt = Number.NEGATIVE_INFINITY;

/** Counts a request from its head until its answer is out or its connection gone. */
export function countRequest(response: ServerResponse): void {
  open++;
  askedAt = performance.now();
  response.once("close", () => open--);
}

/** Whether somebody waits for an answer, or has asked something within so many milliseconds. */
export function isAsked(within: number): boolean {
  return open > 0 || performance.now() - askedAt < within;
}
