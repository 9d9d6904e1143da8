import type { ServerResponse } from "node:http";

let taken = 0;
let open = 0;

/** Counts a request from its head until its answer is out or its connection gone. */
export function countRequest(response: ServerResponse): void {
  taken++;
  open++;
  response.once("close", () => open--);
}

/** Watches from now on; what it answers says whether anybody has asked something since, or still waits for an answer. */
export function watchTraffic(): () => boolean {
  const before = taken;
  return () => open > 0 || taken > before;
}
