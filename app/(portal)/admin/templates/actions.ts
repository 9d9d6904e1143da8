"use server";

import type { SampleEvent } from "@/lib/core/sample-event";
import type { TopicTemplates } from "@/lib/core/topic-templates";
import { action } from "@/lib/http/action";
import { previewTemplates as previewUseCase } from "@/lib/usecases/catalogue/preview-templates";
import { saveTemplates as saveUseCase } from "@/lib/usecases/catalogue/save-templates";

export async function saveTemplates(key: string, templates: TopicTemplates) {
  return action(saveUseCase)({ key, templates });
}

export async function previewTemplates(key: string, templates: TopicTemplates, sample: unknown) {
  return action(previewUseCase)({ key, templates, sample: sample as SampleEvent });
}
