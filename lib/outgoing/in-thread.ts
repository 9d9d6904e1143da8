import { existsSync } from "node:fs";
import path from "node:path";
import { Worker } from "node:worker_threads";
import type { Answering, Posting } from "./answer-posts";
import { inBatches } from "./in-batches";
import { objection } from "./objection";
import type { Answer, Outgoing } from "./outgoing";

interface Settings {
  /** Of `ALLOW_PRIVATE_TARGETS`. */
  allowPrivate: boolean;
  /** What the thread runs; `lib/outgoing/outgoing-thread.ts` as it is built, unless a test or benchmark says otherwise. */
  program?: string;
}

/**
 * The client in a thread of its own, so that TLS and HTTP with many hosts hold up nothing else in this process. The
 * thread starts with the first post; when it dies, what it had in hand may have arrived, and the next post starts another.
 * Throws where the program is not there.
 */
export function createOutgoingInThread({ allowPrivate, program = builtThread() }: Settings): Outgoing {
  if (!existsSync(program)) throw new Error(`There is no ${program}: build Belfry, and start it from its own folder.`);
  let thread: Thread | null = null;
  return {
    async post(url, body, headers) {
      try {
        thread ??= startThread(program, { allowPrivate }, () => (thread = null));
      } catch (error) {
        return { kind: "failed", why: String(error), sent: false };
      }
      return thread.post({ url, body, headers });
    },
    objection: (address) => objection(address, allowPrivate),
    close: () => thread?.end(),
  };
}

/** In the project's folder, from which every command starts. */
function builtThread(): string {
  return path.resolve("dist", "outgoing-thread.js");
}

type Thread = ReturnType<typeof startThread>;

function startThread(program: string, workerData: Pick<Settings, "allowPrivate">, onEnd: () => void) {
  const worker = new Worker(program, { workerData });
  const inHand = new Map<number, (answer: Answer) => void>();
  let posts = 0;
  let why = "The thread that makes the calls ended.";
  const hand = inBatches<Posting>((postings) => worker.postMessage(postings));
  worker.on("message", (answers: Answering[]) => {
    for (const { id, answer } of answers) {
      inHand.get(id)?.(answer);
      inHand.delete(id);
    }
  });
  worker.on("error", (error) => (why = `The thread that makes the calls broke down: ${error.message}`));
  worker.on("exit", () => {
    onEnd();
    for (const settle of inHand.values()) settle({ kind: "failed", why, sent: true });
  });
  worker.unref();
  return {
    post: (posting: Omit<Posting, "id">) =>
      new Promise<Answer>((settle) => {
        const id = ++posts;
        inHand.set(id, settle);
        hand({ id, ...posting });
      }),
    end: () => void worker.terminate(),
  };
}
