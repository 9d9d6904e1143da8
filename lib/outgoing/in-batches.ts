/** Hands on in one go what comes in one turn of the event loop: each message to another thread has its price. */
export function inBatches<T>(handOn: (batch: T[]) => void): (one: T) => void {
  const batch: T[] = [];
  return (one) => {
    if (batch.push(one) === 1) setImmediate(() => handOn(batch.splice(0)));
  };
}
