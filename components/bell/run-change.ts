import type { RefObject } from "react";
import type { BellActions } from "@/components/bell/actions";
import type { Change } from "@/components/bell/change";
import { sayFailed } from "@/components/bell/undo-message";
import { type Answer, noAnswer } from "@/components/ui/answer";
import type { FeedItem } from "@/lib/core/feed-item";

/** Hears of each change: when it begins, when the server took it, or that it refused. */
export interface ActsInto {
  began(change: Change): void;
  settled(change: Change): void;
  refused(change: Change): void;
}

/** How every act is done: it shows at once, and rolls back with the reason when the server refuses (U7). */
export interface Runner {
  /** As the page has them now. */
  server(): BellActions;
  /** `failure` is what is said then. */
  run<T>(change: Change, ask: () => Promise<Answer<T>>, failure: string): Promise<Answer<T>>;
}

export function runnerOver(latest: RefObject<{ actions: BellActions; into: ActsInto }>): Runner {
  return {
    server: () => latest.current.actions,
    async run(change, ask, failure) {
      latest.current.into.began(change);
      const answer = await ask().catch(noAnswer);
      if (answer.ok) latest.current.into.settled(change);
      else {
        latest.current.into.refused(change);
        sayFailed(failure, answer.detail);
      }
      return answer;
    },
  };
}

let keys = 0;

type Fresh = Change extends infer Each ? (Each extends Change ? Omit<Each, "key" | "at"> : never) : never;

/** A change that begins now. */
export function newChange(change: Fresh): Change {
  return { ...change, key: ++keys, at: new Date().toISOString() } as Change;
}

export function idsOf(items: readonly FeedItem[]): string[] {
  return items.map(({ id }) => id);
}
