import type { z } from "zod";
import type { EventInput } from "../../lib/core/event";
import type { AppWord } from "./apps";
import { type Chance, chanceFrom } from "./chance";

/** An event as an integration posts it. */
export type EventPost = z.input<typeof EventInput>;

/** One thing that happened at the sample company, and which app told of it. */
export interface Told {
  at: Date;
  app: AppWord;
  event: EventPost;
}

/** What a story is given: the moment the demo starts, its own chance, and an ear. */
export interface Teller {
  start: Date;
  chance: Chance;
  tell(at: Date, app: AppWord, event: EventPost): void;
}

export type Story = (teller: Teller) => void;

/** Hears one story out. Its chance is its own, so that a change to one story leaves the others as they are. */
export function hear(name: string, story: Story, start: Date): Told[] {
  const told: Told[] = [];
  story({ start, chance: chanceFrom(name), tell: (at, app, event) => told.push({ at, app, event }) });
  return told;
}
