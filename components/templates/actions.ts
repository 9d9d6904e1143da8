import type { Answer } from "@/components/ui/answer";
import type { TemplatesPreview } from "@/lib/core/templates-view";
import type { TopicTemplates } from "@/lib/core/topic-templates";

/** What the page of a topic's templates can ask for. */
export interface TemplateActions {
  save(key: string, templates: TopicTemplates): Promise<Answer>;
  preview(key: string, templates: TopicTemplates, sample: unknown): Promise<Answer<TemplatesPreview>>;
}
