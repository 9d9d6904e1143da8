import { z } from "zod";
import { AppError } from "@/lib/app-error";
import { CHANNELS, MEDIA } from "@/lib/core/channel";
import type { CellChange } from "@/lib/core/defaults";
import { isOpen } from "@/lib/core/inherited";
import { about, type StandingDefault } from "@/lib/core/layers";
import type { Topic } from "@/lib/core/topic";

/** What a super admin wants changed in one profile. `topic` is empty for a channel's switch; null inherits. */
export const ChangesInput = {
  profile: z.string().max(100),
  changes: z
    .array(
      z.strictObject({
        topic: z.string().max(200),
        target: z.enum([...MEDIA, ...CHANNELS]),
        enabled: z.boolean().nullable(),
      }),
    )
    .max(5000),
  /** Also who chose otherwise until now; what they choose later counts again. */
  everyone: z.boolean().default(false),
};

/**
 * Those of `changes` that change something, each cell once. A cell that nobody can choose (required, not offered, no such
 * topic) is a 422 with its place.
 */
export function checkChanges(
  changes: readonly CellChange[],
  {
    topics,
    defaults,
    everyone,
  }: {
    topics: ReadonlyMap<string, Topic>;
    defaults: readonly StandingDefault[];
    everyone: boolean;
  },
): CellChange[] {
  const errors = changes.flatMap((change, index) => {
    const detail = faultOf(change, topics.get(change.topic));
    return detail ? [{ pointer: `/changes/${index}`, detail }] : [];
  });
  if (errors.length > 0) throw new AppError("unprocessable", "Some defaults cannot be set.", { errors });
  const stored = new Map(defaults.map((one) => [about(one), one.enabled]));
  const wanted = new Map(changes.map((change) => [about(change), change]));
  return [...wanted.values()].filter(
    (change) => (everyone && change.enabled !== null) || (stored.get(about(change)) ?? null) !== change.enabled,
  );
}

function faultOf({ topic: key, target }: CellChange, topic: Topic | undefined): string | undefined {
  if (key === "") {
    return (CHANNELS as readonly string[]).includes(target) ? undefined : `There is no channel ${target}.`;
  }
  if (!topic) return `There is no topic ${key}.`;
  if (isOpen({ topic: key, target }, topic)) return;
  return (topic.required as readonly string[]).includes(target)
    ? `${topic.name} is required there: nobody can switch it off.`
    : `${topic.name} is not offered there.`;
}
