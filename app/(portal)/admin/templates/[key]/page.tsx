import type { Metadata } from "next";
import { TemplatePage } from "@/components/templates/template-page";
import { requireUser } from "@/lib/auth/context";
import { orNotFound } from "@/lib/http/or-not-found";
import { perform } from "@/lib/http/perform";
import { readTemplates } from "@/lib/usecases/catalogue/read-templates";
import { previewTemplates, saveTemplates } from "../actions";

export const metadata: Metadata = { title: "Template" };

const actions = { save: saveTemplates, preview: previewTemplates };

/** What one topic says, in the words of the company (R86). */
export default async function OneTemplatePage({ params }: PageProps<"/admin/templates/[key]">) {
  const ctx = await requireUser();
  const key = decodeURIComponent((await params).key);
  const view = await orNotFound(perform(readTemplates, ctx, { key }));
  return <TemplatePage key={key} view={view} actions={actions} />;
}
