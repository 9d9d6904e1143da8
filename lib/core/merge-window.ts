import type { ChannelDecision } from "./decision";
import type { Topic } from "./topic";

/** The window that the catalogue ships with: topics that have this one follow the setting; seconds. */
export const SHIPPED_WINDOW = 300;

/** How long assignments of a topic wait for each other; seconds, 0 for not at all (R77, R78). `setting` is `MERGE_WINDOW_SECONDS`. */
export function windowSeconds({ mergeSeconds }: Pick<Topic, "mergeSeconds">, setting: number): number {
  if (mergeSeconds === null) return 0;
  return mergeSeconds === SHIPPED_WINDOW ? setting : mergeSeconds;
}

const waiting = new WeakMap<readonly ChannelDecision[], readonly ChannelDecision[]>();

/** What is decided while a window is open: what would go out waits, and is decided again when the window closes. */
export function waitingDecision(decision: readonly ChannelDecision[]): readonly ChannelDecision[] {
  const known = waiting.get(decision);
  if (known) return known;
  const made = decision.map((one) =>
    mayGoOut(one) ? ({ ...one, outcome: "pending", reason: "delayed" } as const) : one,
  );
  waiting.set(decision, made);
  return made;
}

/** What became of an event that another of its window speaks for. */
export function mergedDecision(decision: readonly ChannelDecision[]): readonly ChannelDecision[] {
  return decision.map((one) =>
    one.outcome === "sent" || one.outcome === "pending" ? { ...one, outcome: "merged", reason: "merged" } : one,
  );
}

/** What became of an event that was taken back before it was told: what would have stayed silent keeps its reason. */
export function withdrawnDecision(decision: readonly ChannelDecision[]): readonly ChannelDecision[] {
  return decision.map((one) => (mayGoOut(one) ? { ...one, outcome: "cancelled", reason: "withdrawn" } : one));
}

/** Whether somebody is there to see it may change until it is told. */
function mayGoOut({ outcome, reason }: ChannelDecision): boolean {
  return outcome === "sent" || outcome === "pending" || reason === "not_in_app" || reason === "active_in_app";
}
