import type { AddressInfo } from "node:net";
import { WebSocketServer } from "ws";

/** A bare WebSocket server: what is sent goes to every page that listens. */
export async function startEcho() {
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  await new Promise((resolve) => server.once("listening", resolve));
  return {
    address: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    send(text: string) {
      for (const client of server.clients) client.send(text);
    },
    stop() {
      for (const client of server.clients) client.terminate();
      server.close();
    },
  };
}
