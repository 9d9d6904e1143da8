import type { IncomingMessage, ServerResponse } from "node:http";

/** Milliseconds from an early answer to the end of its connection. */
const LINGER = 100;

/**
 * A body that was refused half way may go on coming. Closing at once would reset the connection, and the sender would
 * never read why: so it is told, and what still comes is let run off for a moment (F32).
 */
export function closeSlowly(request: IncomingMessage, response: ServerResponse): void {
  response.once("prefinish", () => {
    if (request.complete) return;
    const { socket } = request;
    socket.destroySoon = () => {
      socket.end();
      setTimeout(() => socket.destroy(), LINGER).unref();
    };
  });
}
