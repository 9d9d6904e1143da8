import type { Metadata } from "next";
import { BackTo } from "@/components/topics/back-to";
import { TopicForm } from "@/components/topics/topic-form";
import { requireUser } from "@/lib/auth/context";
import { orNotFound } from "@/lib/http/or-not-found";
import { perform } from "@/lib/http/perform";
import { listCatalogue } from "@/lib/usecases/catalogue/list-catalogue";
import { createTopic } from "../actions";

export const metadata: Metadata = { title: "New topic" };

export default async function NewTopicPage() {
  const ctx = await requireUser();
  const sections = await orNotFound(perform(listCatalogue, ctx, {}));
  return (
    <div className="space-y-6">
      <div>
        <BackTo href="/admin/topics" name="Topics" />
        <h1 className="font-semibold text-xl">New topic</h1>
      </div>
      <TopicForm topic={null} sections={sections.map(({ key, name }) => ({ key, name }))} onSave={createTopic} />
    </div>
  );
}
