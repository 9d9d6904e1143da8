import type { Route } from "./recipient";
import type { Topic } from "./topic";

/** Whether one way of reaching a person is one that the topic tells (R59, R61 to R63, R67, R73; catalogue.md). */
export function isInAudience(
  { as, group, main }: Route,
  topic: Pick<Topic, "audience" | "strict" | "members">,
): boolean {
  if (topic.members === "main" && group !== null && !main) return false;
  if (as === null) return !topic.strict;
  return topic.audience.includes(as) || (topic.audience.length === 0 && !topic.strict);
}
