import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PostEvent } from "@/components/activity/post-event";
import { BackLink } from "@/components/ui/back-link";
import { requireUser } from "@/lib/auth/context";
import { hasRole } from "@/lib/core/role";
import { perform } from "@/lib/http/perform";
import { topicChoices } from "@/lib/usecases/activity/topic-choices";
import { post, preview } from "./actions";

export const metadata: Metadata = { title: "Post an event" };

/** An event written by hand, with a dry run; for super admins. */
export default async function NewEventPage() {
  const ctx = await requireUser();
  if (!hasRole(ctx.actor.role, "super_admin")) notFound();
  const topics = await perform(topicChoices, ctx, {});
  return (
    <div className="space-y-4">
      <div>
        <BackLink href="/admin/activity">Activity</BackLink>
        <h1 className="font-semibold text-xl">Post an event</h1>
      </div>
      <PostEvent topics={topics} me={ctx.actor.id} zone={ctx.actor.timeZone} preview={preview} post={post} />
    </div>
  );
}
