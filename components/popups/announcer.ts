const GATHER = 1000;

/** Says what arrives through `speak`, at most once a second: a burst becomes "5 new notifications" (U5). */
export function createAnnouncer(speak: (words: string) => void): { say(words: string): void; stop(): void } {
  let waiting: string[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  function flush() {
    timer = undefined;
    speak(waiting.length === 1 ? waiting[0]! : `${waiting.length} new notifications`);
    waiting = [];
  }

  return {
    say(words) {
      waiting.push(words);
      timer ??= setTimeout(flush, GATHER);
    },
    stop: () => clearTimeout(timer),
  };
}
