import type { Locks } from "./locks";

interface Request {
  hold: () => Promise<unknown>;
  grant(held: Promise<unknown>): void;
  refuse(reason: unknown): void;
}

/** Locks as browsers have them, for tests outside of one: exclusive, in turn, to be aborted and to be stolen. */
export function localLocks(): Locks {
  const holders = new Map<string, Request>();
  const queues = new Map<string, Request[]>();

  function next(name: string) {
    const request = holders.has(name) ? undefined : queues.get(name)?.shift();
    if (!request) return;
    holders.set(name, request);
    const held = request.hold();
    const free = () => {
      if (holders.get(name) === request) holders.delete(name);
      queueMicrotask(() => next(name));
    };
    held.then(free, free);
    request.grant(held);
  }

  return {
    request(name: string, options: LockOptions, hold: Request["hold"]) {
      return new Promise<unknown>((grant, refuse) => {
        const queue = queues.get(name) ?? [];
        queues.set(name, queue);
        const request = { hold, grant, refuse };
        if (options.steal) {
          holders.get(name)?.refuse(new DOMException("stolen", "AbortError"));
          holders.delete(name);
          queue.unshift(request);
        } else queue.push(request);
        options.signal?.addEventListener("abort", () => {
          if (!queue.includes(request)) return;
          queue.splice(queue.indexOf(request), 1);
          refuse(options.signal?.reason);
        });
        queueMicrotask(() => next(name));
      });
    },
  } as unknown as Locks;
}
