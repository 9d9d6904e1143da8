import { z } from "zod";
import { listEventsOfTopic } from "@/db/queries/events";
import { findTopic } from "@/db/queries/topics";
import { type SampleEvent, sampleFor } from "@/lib/core/sample-event";
import type { TemplatesView } from "@/lib/core/templates-view";
import { type Context, needRole } from "../context";
import { loadNames } from "../events/load-names";
import { found, verb } from "../use-case";

/** A topic's templates, what the workspace says instead, and an event to see them with. */
export const readTemplates = verb({
  input: z.strictObject({ key: z.string().max(120) }),
  may: needRole("super_admin"),
  async run(ctx, { key }): Promise<TemplatesView> {
    const stored = await findTopic(ctx.db.read, ctx.workspaceId, key);
    const { definition, templates } = found(stored?.removedAt ? undefined : stored, "topic");
    const { name, media, title, body, url } = definition;
    const sample = (await latestOf(ctx, key)) ?? sampleFor(definition);
    return { key, name, media, shipped: { title, body, url }, templates, sample };
  },
});

async function latestOf(ctx: Context, key: string): Promise<SampleEvent | null> {
  const [event] = await listEventsOfTopic(ctx.db.read, ctx.workspaceId, key, 1);
  if (!event) return null;
  const names = await loadNames(ctx.db, ctx.workspaceId, [event]);
  const { actor, subject, data } = event.payload;
  const name = actor && ("name" in actor ? actor.name : (names.actors.get(actor.user)?.name ?? actor.user));
  const app = event.appId ? names.apps.get(event.appId) : undefined;
  return { actor: name === undefined ? undefined : { name }, subject, data, app: app && { name: app.name } };
}
