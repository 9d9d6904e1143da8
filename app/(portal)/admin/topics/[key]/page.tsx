import type { Metadata } from "next";
import { ShippedTopic } from "@/components/topics/shipped-topic";
import { TopicPage } from "@/components/topics/topic-page";
import { requireUser } from "@/lib/auth/context";
import { orNotFound } from "@/lib/http/or-not-found";
import { perform } from "@/lib/http/perform";
import { readTopic } from "@/lib/usecases/catalogue/read-topic";
import { deleteTopic, saveTopic } from "../actions";

export const metadata: Metadata = { title: "Topic" };

const actions = { save: saveTopic, remove: deleteTopic };

/** A topic: one of the workspace's own can be changed, one that Belfry ships is only shown. */
export default async function OneTopicPage({ params }: PageProps<"/admin/topics/[key]">) {
  const ctx = await requireUser();
  const key = decodeURIComponent((await params).key);
  const details = await orNotFound(perform(readTopic, ctx, { key }));
  return details.own ? (
    <TopicPage key={key} details={details} actions={actions} />
  ) : (
    <ShippedTopic topic={details.topic} />
  );
}
