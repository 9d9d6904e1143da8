import { z } from "zod";
import { lockUser } from "@/db/queries/users";
import { CHANNELS, type Channel, MEDIA } from "@/lib/core/channel";
import { type PreferenceLayers, resolveChannel, resolveTopic, type Setting } from "@/lib/core/preference";
import { PreferenceChange } from "@/lib/core/preference-change";
import type { Topic } from "@/lib/core/topic";
import { recordAudit } from "../audit/record";
import { knownTopics } from "../catalogue/known-topics";
import { needScope } from "../context";
import { oneAtATime } from "../one-at-a-time";
import { found, verb } from "../use-case";
import { loadState } from "./load-state";
import { makeChange } from "./make-change";
import { type WirePreferences, wirePreferences } from "./wire-preferences";

/** As `getPreferences` answers it, or null to reset. Who said it is ours to say: it is taken, and means an echo. */
const Switch = z
  .strictObject({ enabled: z.boolean(), source: z.string().max(500).optional(), required: z.boolean().optional() })
  .nullable()
  .optional();
type Switch = z.output<typeof Switch>;

const Patch = z.strictObject({
  user: z.string(),
  channels: z.partialRecord(z.enum(CHANNELS), Switch).optional(),
  topics: z
    .record(
      z.string().min(1).max(120),
      // Null for a whole topic resets all that was chosen of it.
      z
        .strictObject({
          email: Switch,
          desktop: Switch,
          apps: Switch,
          mobile: Switch,
          sound: PreferenceChange.shape.sound,
        })
        .nullable(),
    )
    .optional(),
});
type Patch = z.output<typeof Patch>;

/**
 * Changes what is named of one person's preferences, as if they had chosen it themselves, and answers all of them. What was
 * read and comes back as it was is no choice: a GET sent back changes nothing.
 */
export const patchPreferences = verb({
  input: Patch,
  may: needScope("notifications:write"),
  async run(ctx, patch): Promise<WirePreferences> {
    const topics = await knownTopics(ctx.db, ctx.workspaceId);
    const changed = await oneAtATime(ctx, async (tx) => {
      const person = found(await lockUser(tx, ctx.workspaceId, patch.user), "user");
      const before = await loadState(tx, ctx.workspaceId, person, topics.values());
      ctx.precondition?.(wirePreferences(before));
      const { state, plan } = await makeChange(
        tx,
        ctx,
        { userId: person.id, state: before },
        withoutEchoes(patch, before),
      );
      const { undo, ...stored } = plan;
      if (state !== before) {
        await recordAudit(tx, ctx, { action: "preferences.update", target: person.id, after: stored });
      }
      return wirePreferences(state);
    });
    // An open page of theirs shows it at once.
    ctx.tell?.(patch.user, []);
    return changed;
  },
});

function withoutEchoes(
  { channels, topics }: Patch,
  state: { topics: ReadonlyMap<string, Topic>; layers: PreferenceLayers },
): PreferenceChange {
  const change: PreferenceChange = { channels: {}, topics: {} };
  for (const [channel, sent] of Object.entries(channels ?? {}) as [Channel, Switch][]) {
    if (!isEcho(sent, resolveChannel(channel, state.layers))) change.channels![channel] = bare(sent);
  }
  for (const [key, sent] of Object.entries(topics ?? {})) {
    const topic = state.topics.get(key);
    if (sent === null) {
      change.topics![key] = {
        ...Object.fromEntries((topic?.media ?? []).map((medium) => [medium, null])),
        sound: null,
      };
      continue;
    }
    const said = MEDIA.filter((medium) => {
      const isOffered = topic?.media.includes(medium);
      return (
        sent[medium] !== undefined && !(isOffered && isEcho(sent[medium], resolveTopic(topic!, medium, state.layers)))
      );
    });
    const media = Object.fromEntries(said.map((medium) => [medium, bare(sent[medium])]));
    change.topics![key] = { ...media, ...(sent.sound !== undefined && { sound: sent.sound }) };
  }
  return change;
}

function isEcho(sent: Switch, { enabled, source }: Setting): boolean {
  return sent?.source === source && sent.enabled === enabled;
}

function bare(sent: Switch): { enabled: boolean } | null | undefined {
  return sent && { enabled: sent.enabled };
}
