import type { ClientSocket } from "./client-socket";
import { CLOSE, writeFrame } from "./frames";
import type { Limits } from "./limits";

/** Asks the silent whether they are there, drops those who did not answer and those who never subscribed. */
export function sweep(
  clients: Iterable<ClientSocket>,
  isListening: (client: ClientSocket) => boolean,
  now: number,
  limits: Limits,
): void {
  for (const client of clients) {
    if (client.askedAt !== null && now - client.askedAt > limits.pongSeconds * 1_000) client.terminate();
    else if (!isListening(client) && now - client.openedAt > limits.subscribeSeconds * 1_000)
      client.drop(CLOSE.inactive, "Subscribed to nothing");
    else if (client.askedAt === null && now - client.heardAt > limits.activitySeconds * 1_000) {
      client.askedAt = now;
      client.send(writeFrame("pusher:ping", {}));
    }
  }
}
