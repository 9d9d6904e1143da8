// What the thread of `in-thread.ts` runs; bundled to dist/outgoing-thread.js.
import { parentPort, workerData } from "node:worker_threads";
import { answerPosts } from "./answer-posts";
import { createOutgoing } from "./client";

if (!parentPort) throw new Error("This is no program of its own: it runs in a thread.");
answerPosts(parentPort, createOutgoing(workerData));
