import type { Metadata } from "next";
import { ActivityFrame } from "@/components/activity/activity-frame";
import { activityQuery, isFiltered, timesOf } from "@/components/activity/activity-query";
import { DeliveryList } from "@/components/activity/delivery-list";
import { cursorIn } from "@/components/ui/page-address";
import { requireUser } from "@/lib/auth/context";
import { hasRole } from "@/lib/core/role";
import { orNotFound } from "@/lib/http/or-not-found";
import { perform } from "@/lib/http/perform";
import { listDeliveries } from "@/lib/usecases/activity/list-deliveries";
import { topicChoices } from "@/lib/usecases/activity/topic-choices";
import { followSearch } from "../follow-search";

export const metadata: Metadata = { title: "Deliveries" };

const PATH = "/admin/activity/deliveries";

/** What left the building, or waits to, by person, topic, channel, state and time. */
export default async function DeliveriesPage({ searchParams }: PageProps<"/admin/activity/deliveries">) {
  const ctx = await requireUser();
  const params = await searchParams;
  const query = activityQuery(params);
  const missed = await followSearch(ctx, params, PATH);
  const cursor = cursorIn(params);
  const { person, topic, channel, state } = query;
  const asked = { person, topic, channel, state, ...timesOf(query, ctx.actor.timeZone), cursor };
  const [{ rows, nextCursor }, topics] = await orNotFound(
    Promise.all([perform(listDeliveries, ctx, asked), perform(topicChoices, ctx, {})]),
  );
  return (
    <ActivityFrame
      current="Deliveries"
      path={PATH}
      canPost={hasRole(ctx.actor.role, "super_admin")}
      {...{ query, topics, missed, cursor, nextCursor }}
    >
      <DeliveryList rows={rows} zone={ctx.actor.timeZone} filtered={isFiltered(query)} hasMore={nextCursor !== null} />
    </ActivityFrame>
  );
}
