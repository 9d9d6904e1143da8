interface Waiting<Item, Result> {
  item: Item;
  resolve(result: Result): void;
  reject(error: unknown): void;
}

/** Lets what comes at the same time be done in one go, such as in one synced commit, which then costs each of them little. */
export class Together<Item, Result> {
  private waiting: Waiting<Item, Result>[] = [];
  private running = false;

  /** Answers what `doAll` answers at the item's place; what it throws, it throws at all whom it was for. */
  add(item: Item, doAll: (items: Item[]) => Promise<readonly Result[]>): Promise<Result> {
    const done = new Promise<Result>((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
    });
    if (!this.running) {
      this.running = true;
      setImmediate(() => this.drain(doAll));
    }
    return done;
  }

  private async drain(doAll: (items: Item[]) => Promise<readonly Result[]>): Promise<void> {
    while (this.waiting.length > 0) {
      const all = this.waiting.splice(0);
      try {
        const results = await doAll(all.map(({ item }) => item));
        for (const [at, { resolve }] of all.entries()) resolve(results[at]!);
      } catch (error) {
        for (const { reject } of all) reject(error);
      }
      // The answers go out, and more comes in before the next go is filled.
      await new Promise(setImmediate);
    }
    this.running = false;
  }
}
