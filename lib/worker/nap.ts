/** A sleep of `ms` milliseconds that `rouse` ends, also when it comes just before. */
export function createNap(ms: number): { nap(): Promise<void>; rouse(): void } {
  let woken = false;
  let wake = () => {};
  return {
    rouse() {
      woken = true;
      wake();
    },
    async nap() {
      if (!woken) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      woken = false;
      wake = () => {};
    },
  };
}
