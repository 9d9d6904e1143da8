import { browserLocks } from "@/components/open-tabs/locks";

/** How long a tab that is not in front leaves what arrives to the one that is; milliseconds. */
const COURTESY = 2_500;
/** After it was shown for so long nobody else shows it, even if this tab is closed then; milliseconds. */
const SHOWN = 100;
/** A tab that slept through the showing gives up; milliseconds. */
const GIVE_UP = 5_000;
/** So many are remembered, by holding on to them. */
const HELD = 200;

export interface Claims {
  /**
   * Answers those of `keys` that this tab is to show: each falls to one tab of the browser, an `eager` one if there is
   * one (R16, R17, U21). One that dies before it could show them leaves them to another.
   */
  take(keys: readonly string[], eager: boolean): Promise<ReadonlySet<string>>;
  close(): void;
}

/** Without locks each tab is for itself: the eager one takes all, the others nothing. */
export function createClaims(name: string, locks = browserLocks()): Claims {
  if (!locks || typeof BroadcastChannel === "undefined") {
    return { take: async (keys, eager) => new Set(eager ? keys : []), close() {} };
  }
  const channel = new BroadcastChannel(name);
  const waiting = new Map<string, AbortController>();
  const taken = new Set<string>();
  const held: (() => void)[] = [];
  let isOpen = true;

  channel.onmessage = ({ data }: MessageEvent<string>) => {
    remember(data);
    waiting.get(data)?.abort();
  };

  function remember(key: string) {
    taken.add(key);
    if (taken.size > HELD) taken.delete(taken.values().next().value!);
  }

  function hold(key: string): Promise<void> {
    remember(key);
    setTimeout(() => isOpen && channel.postMessage(key), SHOWN);
    if (held.length >= HELD) held.shift()?.();
    return new Promise((resolve) => held.push(resolve));
  }

  function takeOne(key: string): Promise<boolean> {
    if (taken.has(key)) return Promise.resolve(false);
    const given = new AbortController();
    waiting.set(key, given);
    const timer = setTimeout(() => given.abort(), GIVE_UP);
    return new Promise<boolean>((answer) => {
      const granted = () => {
        answer(true);
        return hold(key);
      };
      locks!.request(`${name} ${key}`, { signal: given.signal }, granted).catch(() => answer(false));
    }).finally(() => {
      clearTimeout(timer);
      waiting.delete(key);
    });
  }

  return {
    async take(keys, eager) {
      if (!eager) await new Promise((resolve) => setTimeout(resolve, COURTESY));
      const mine = await Promise.all(keys.map(takeOne));
      return new Set(keys.filter((_, index) => mine[index]));
    },
    close() {
      isOpen = false;
      channel.close();
      for (const release of held) release();
    },
  };
}
