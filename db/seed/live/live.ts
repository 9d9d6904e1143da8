import type { AppWord } from "../apps";
import type { Chance } from "../chance";
import type { EventPost } from "../teller";

/** An event that is posted while the demo runs, made at the moment it is posted. */
export interface Live {
  app: AppWord;
  event(now: Date): EventPost;
}

/** Where live events get their chance and their numbers: `run` is another one each time the demo starts. */
export interface LiveWorld {
  chance: Chance;
  run: string;
  /** Whether the company was made just now: then its last stories are still to be told to their end. */
  fresh: boolean;
}

export function live(app: AppWord, event: EventPost | ((now: Date) => EventPost)): Live {
  return { app, event: typeof event === "function" ? event : () => event };
}
