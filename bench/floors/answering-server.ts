// A process of its own: a receiver of webhooks that answers at once. It says its port, then how many came, each thousand.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

let count = 0;
const server = createServer((request, response) => {
  request.resume();
  request.on("end", () => {
    response.writeHead(200, { "content-length": 2 }).end("ok");
    if (++count % 1000 === 0) process.send?.(count);
  });
});
server.listen(0, "127.0.0.1", 1024, () => process.send?.((server.address() as AddressInfo).port));
