import { AsyncLocalStorage } from "node:async_hooks";
import type { Tx } from "../database";

interface Scope {
  open: boolean;
}

const current = new AsyncLocalStorage<Scope>();

/**
 * Runs `work` with a `tx` that ends with it. A nested transaction would wait for itself for ever, and work that was
 * started but not awaited would write into the next transaction: both throw instead.
 */
export async function inScope<T>(tx: Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
  const scope = { open: true };
  try {
    return await current.run(scope, () => work(guarded(tx, scope)));
  } finally {
    scope.open = false;
  }
}

export function refuseNested(): void {
  if (current.getStore()?.open) throw new Error("A transaction is open already: pass its tx on.");
}

function guarded(tx: Tx, scope: Scope): Tx {
  return new Proxy(tx, {
    get(target, name) {
      if (!scope.open) throw new Error("This transaction has ended: await everything that it starts.");
      const member = Reflect.get(target, name) as unknown;
      return typeof member === "function" ? member.bind(target) : member;
    },
  });
}
