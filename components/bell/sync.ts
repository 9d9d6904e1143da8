/**
 * Runs `load` one at a time. Asked during a run it runs once more afterwards, however often it was asked: what
 * changed meanwhile may not be in the answer under way.
 */
export function createSync(load: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let again = false;

  async function run() {
    do {
      again = false;
      await load();
    } while (again);
  }

  return function ask() {
    if (running) again = true;
    running ??= run().finally(() => {
      running = null;
    });
    return running;
  };
}
