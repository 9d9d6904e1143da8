import { z } from "zod";
import { findTopic } from "@/db/queries/topics";
import { findRecipients } from "@/db/queries/users";
import { compileMessage } from "@/lib/core/message";
import { SampleEvent } from "@/lib/core/sample-event";
import { faultWords } from "@/lib/core/source-input";
import { parseTemplate } from "@/lib/core/template";
import type { TemplatesPreview } from "@/lib/core/templates-view";
import { WORDED_MEDIA } from "@/lib/core/topic";
import { MOST, saidOn, type TopicTemplates, withTemplates } from "@/lib/core/topic-templates";
import { needRole, type UserContext } from "../context";
import { found, userVerb } from "../use-case";

// Read as they are written, so that what is wrong with one is said beside what the others say.
const Title = z.string().max(MOST.title).nullable();
const Body = z.string().max(MOST.body).nullable();
const OfMedium = z.strictObject({ title: Title, body: Body }).optional();
const Written = z.strictObject({
  title: Title,
  body: Body,
  url: z.string().max(MOST.url).nullable(),
  media: z.strictObject({ email: OfMedium, apps: OfMedium, mobile: OfMedium }),
});

/** What templates would say of a sample to who asks, and what is wrong with them and where (R86). Writes nothing. */
export const previewTemplates = userVerb({
  input: z.strictObject({ key: z.string().max(120), templates: Written, sample: SampleEvent }),
  may: needRole("super_admin"),
  async run(ctx, { key, templates, sample: { app = null, ...event } }): Promise<TemplatesPreview> {
    const stored = await findTopic(ctx.db.read, ctx.workspaceId, key);
    const { definition } = found(stored?.removedAt ? undefined : stored, "topic");
    const topic = withTemplates(definition, templates);
    const recipient = await reader(ctx);
    const common = compileMessage(topic, event, app).render(recipient);
    const media = WORDED_MEDIA.filter((medium) => topic.media.includes(medium)).map((medium) => {
      const own = common && saidOn({ topic, medium, event, app, recipient });
      const { title, body } = own ? { ...common, ...own } : NOTHING;
      return [medium, { title, body }];
    });
    return { common: common ?? NOTHING, media: Object.fromEntries(media), faults: faultsOf(templates) };
  },
});

/** What over the limits is told in its place (S12). */
const NOTHING = { title: "Nothing: this takes more than a template may", body: "", url: null };

async function reader(ctx: UserContext) {
  const { id, name, timeZone } = ctx.actor;
  const [person] = await findRecipients(ctx.db.read, ctx.workspaceId, [id]);
  return { id, name, timeZone, email: person?.email ?? "" };
}

function faultsOf({ media, ...common }: TopicTemplates): TemplatesPreview["faults"] {
  const faults: TemplatesPreview["faults"] = [];
  look("", common);
  for (const medium of WORDED_MEDIA) look(`/media/${medium}`, media[medium] ?? {});
  return faults;

  function look(base: string, sources: Readonly<Record<string, string | null>>): void {
    for (const [part, source] of Object.entries(sources)) {
      const read = source === null ? null : parseTemplate(source);
      if (read && "error" in read) faults.push({ pointer: `${base}/${part}`, detail: faultWords(source!, read) });
    }
  }
}
