import type { Metadata } from "next";
import { TopicForm } from "@/components/topics/topic-form";
import { BackLink } from "@/components/ui/back-link";
import { requireUser } from "@/lib/auth/context";
import { orNotFound } from "@/lib/http/or-not-found";
import { perform } from "@/lib/http/perform";
import { listCatalogue } from "@/lib/usecases/catalogue/list-catalogue";
import { createTopic } from "../actions";

export const metadata: Metadata = { title: "New topic" };

/** A topic of the workspace's own. */
export default async function NewTopicPage() {
  const ctx = await requireUser();
  const sections = await orNotFound(perform(listCatalogue, ctx, {}));
  return (
    <div className="space-y-6">
      <div>
        <BackLink href="/admin/topics">Topics</BackLink>
        <h1 className="font-semibold text-xl">New topic</h1>
      </div>
      <TopicForm topic={null} sections={sections.map(({ key, name }) => ({ key, name }))} onSave={createTopic} />
    </div>
  );
}
