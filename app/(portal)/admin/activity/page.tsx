import type { Metadata } from "next";
import { ActivityFrame } from "@/components/activity/activity-frame";
import { activityQuery, isFiltered, timesOf } from "@/components/activity/activity-query";
import { EventList } from "@/components/activity/event-list";
import { cursorIn } from "@/components/ui/page-address";
import { requireUser } from "@/lib/auth/context";
import { hasRole } from "@/lib/core/role";
import { orNotFound } from "@/lib/http/or-not-found";
import { perform } from "@/lib/http/perform";
import { listActivity } from "@/lib/usecases/activity/list-activity";
import { topicChoices } from "@/lib/usecases/activity/topic-choices";
import { followSearch } from "./follow-search";

export const metadata: Metadata = { title: "Activity" };

const PATH = "/admin/activity";

/** Events by person, topic, status and time (U24). `?q=` is what somebody searched for. */
export default async function ActivityPage({ searchParams }: PageProps<"/admin/activity">) {
  const ctx = await requireUser();
  const params = await searchParams;
  const query = activityQuery(params);
  const missed = await followSearch(ctx, params, PATH);
  const cursor = cursorIn(params);
  const { person, topic, status } = query;
  const asked = { person, topic, status, ...timesOf(query, ctx.actor.timeZone), cursor };
  const [{ rows, nextCursor }, topics] = await orNotFound(
    Promise.all([perform(listActivity, ctx, asked), perform(topicChoices, ctx, {})]),
  );
  return (
    <ActivityFrame
      current="Events"
      path={PATH}
      canPost={hasRole(ctx.actor.role, "super_admin")}
      {...{ query, topics, missed, cursor, nextCursor }}
    >
      <EventList
        {...{ rows, person }}
        zone={ctx.actor.timeZone}
        filtered={isFiltered(query)}
        hasMore={nextCursor !== null}
      />
    </ActivityFrame>
  );
}
