import type { EventPreview } from "@/lib/core/activity-view";
import { EventInput } from "@/lib/core/event";
import { needRole } from "../context";
import { planEventNow } from "../events/dry-run-event";
import { loadNames } from "../events/load-names";
import { verb } from "../use-case";
import { recipientsOf } from "./recipients-of";

/** How many are explained. */
const SHOWN = 20;

/** A dry run for a super admin: whom an event would reach, and why, in the words of its page. Writes nothing. */
export const previewEvent = verb({
  input: EventInput,
  may: needRole("super_admin"),
  async run(ctx, input): Promise<EventPreview> {
    const { event, decided, next } = await planEventNow(ctx, input);
    const names = await loadNames(ctx.db, ctx.workspaceId, [event]);
    const shown = decided.slice(0, SHOWN).map(({ userId, decision }) => ({ userId, channels: decision, at: ctx.now }));
    return {
      dueAt: event.dueAt.toISOString(),
      scheduled: event.status === "scheduled",
      decided: decided.length,
      more: next !== null,
      recipientsShown: await recipientsOf(ctx, event, shown, { names, raiser: null }),
    };
  },
});
