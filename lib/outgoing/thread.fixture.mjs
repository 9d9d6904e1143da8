// What the thread of in-thread.test.ts runs: the client as it is, but that two paths end the thread.
import { parentPort, workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

register();
const { answerPosts } = await import("./answer-posts.ts");
const { createOutgoing } = await import("./client.ts");
const client = createOutgoing(workerData);

answerPosts(parentPort, {
  post(url, body, headers) {
    if (url.endsWith("/exit")) process.exit(1);
    if (url.endsWith("/throw")) throw new Error("out of order");
    return client.post(url, body, headers);
  },
});
