import type { TemplatesView } from "@/lib/core/templates-view";
import { WORDED_MEDIA, type WordedMedium } from "@/lib/core/topic";
import type { TopicTemplates } from "@/lib/core/topic-templates";

type Words = { title: string; body: string };

/** Templates while they are written: text as it stands in the fields. Of a medium, empty says what all media do. */
export interface TemplateDraft extends Words {
  url: string;
  media: Record<WordedMedium, Words>;
}

export function draftOf({ shipped, templates }: Pick<TemplatesView, "shipped" | "templates">): TemplateDraft {
  const words = (medium: WordedMedium): Words => {
    const own = templates?.media[medium];
    return { title: own?.title ?? "", body: own?.body ?? "" };
  };
  return {
    title: templates?.title ?? shipped.title,
    body: templates?.body ?? shipped.body,
    url: templates?.url ?? shipped.url,
    media: { email: words("email"), apps: words("apps"), mobile: words("mobile") },
  };
}

/** What the draft says of its own: what is as in the topic follows it, also when a later release words it better. */
export function templatesOf(draft: TemplateDraft, shipped: TemplatesView["shipped"]): TopicTemplates {
  const own = (part: keyof TemplatesView["shipped"]) => (draft[part] === shipped[part] ? null : draft[part]);
  const media = WORDED_MEDIA.map((medium) => {
    const { title, body } = draft.media[medium];
    return [medium, { title: title.trim() === "" ? null : title, body: body.trim() === "" ? null : body }];
  });
  return { title: own("title"), body: own("body"), url: own("url"), media: Object.fromEntries(media) };
}
