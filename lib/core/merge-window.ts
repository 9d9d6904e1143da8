import type { Topic } from "./topic";

/** The window that the catalogue ships with: topics that have this one follow the setting; seconds. */
export const SHIPPED_WINDOW = 300;

/** How long assignments of a topic wait for each other; seconds, 0 for not at all (R77, R78). `setting` is `MERGE_WINDOW_SECONDS`. */
export function windowSeconds({ mergeSeconds }: Pick<Topic, "mergeSeconds">, setting: number): number {
  if (mergeSeconds === null) return 0;
  return mergeSeconds === SHIPPED_WINDOW ? setting : mergeSeconds;
}
