// What the thread of Belfry's calls runs in `deliveries`: the client as it is, to which every name is this machine.
import { parentPort, workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

register();
const { answerPosts } = await import("../../lib/outgoing/answer-posts.ts");
const { createOutgoing } = await import("../../lib/outgoing/client.ts");
const resolve = (_host, done) => done(null, [{ address: "127.0.0.1", family: 4 }]);

answerPosts(parentPort, createOutgoing({ ...workerData, resolve }));
