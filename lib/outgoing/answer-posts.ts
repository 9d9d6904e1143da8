import type { MessagePort } from "node:worker_threads";
import { inBatches } from "./in-batches";
import type { Answer, Outgoing } from "./outgoing";

/** What crosses to the thread that makes the calls, some in one message. */
export interface Posting {
  id: number;
  url: string;
  body: string | Uint8Array;
  headers: Record<string, string>;
}

/** What comes back, as soon as each ends. */
export interface Answering {
  id: number;
  answer: Answer;
}

/** Runs in the thread: makes the calls that come in by its port. */
export function answerPosts(port: MessagePort, { post }: Pick<Outgoing, "post">): void {
  const hand = inBatches<Answering>((answers) => port.postMessage(answers));
  port.on("message", (postings: Posting[]) => {
    for (const { id, url, body, headers } of postings) {
      void post(url, body, headers).then((answer) => hand({ id, answer }));
    }
  });
}
