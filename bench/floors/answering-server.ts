// A process of its own: a receiver of webhooks that answers at once. It says its port, then each time that as many came
// as it was started with. Told that a round is over, it ends the connections that were kept, so that the next makes its own.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

const round = Number(process.argv[3]);
let count = 0;
const server = createServer((request, response) => {
  request.resume();
  request.on("end", () => {
    response.writeHead(200, { "content-length": 2 }).end("ok");
    if (++count % round === 0) process.send?.(count);
  });
});
process.on("message", () => server.closeIdleConnections());
server.listen(0, "127.0.0.1", 1024, () => process.send?.((server.address() as AddressInfo).port));
