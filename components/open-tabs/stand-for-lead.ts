import type { Locks } from "@/components/open-tabs/locks";

export interface Standing {
  /** Takes the lead from a tab that does not answer any more. */
  seize(): void;
  /** Gives the lead up, and stands for it no more. */
  leave(): void;
}

interface Stand {
  name: string;
  locks: Locks;
  /** This tab leads from now on. */
  onLead(): void;
  /** Another tab seized the lead; this one waits for it again. */
  onLost(): void;
}

/**
 * Stands for the lead among this browser's tabs (U21): one has it, the others wait. A tab that is closed or crashes
 * gives it up by that, and the browser hands it on at once.
 */
export function standForLead({ name, locks, onLead, onLost }: Stand): Standing {
  let waiting = new AbortController();
  /** While this tab leads. */
  let release: (() => void) | null = null;
  let isOver = false;

  function ask(options: LockOptions) {
    locks.request(name, options, hold).catch(() => {
      if (!release) return;
      release = null;
      onLost();
      queue();
    });
  }

  function queue() {
    waiting = new AbortController();
    if (!isOver) ask({ signal: waiting.signal });
  }

  function hold(): Promise<void> {
    if (isOver) return Promise.resolve();
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    onLead();
    return held;
  }

  queue();
  return {
    seize() {
      if (isOver || release) return;
      waiting.abort();
      ask({ steal: true });
    },
    leave() {
      isOver = true;
      waiting.abort();
      release?.();
      release = null;
    },
  };
}
