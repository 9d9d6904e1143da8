import type { Metadata } from "next";
import { BroadcastPage } from "@/components/broadcasts/broadcast-page";
import { Readers } from "@/components/broadcasts/readers";
import { countsOf } from "@/components/broadcasts/words";
import { requireUser } from "@/lib/auth/context";
import { READERS } from "@/lib/core/broadcast-reader";
import { orNotFound } from "@/lib/http/or-not-found";
import { perform } from "@/lib/http/perform";
import { mayApprove } from "@/lib/usecases/broadcasts/approve-broadcast";
import { listReaders } from "@/lib/usecases/broadcasts/list-readers";
import { listWritableGroups } from "@/lib/usecases/broadcasts/list-writable-groups";
import { getBroadcast } from "@/lib/usecases/broadcasts/read-broadcasts";
import { approve, change, loadMoreReaders, pause, read, recall, remind, retry } from "../actions";

export const metadata: Metadata = { title: "Broadcast" };

/** One broadcast. It goes on whether or not anybody looks (U23). `?show=` is which of its people are listed. */
export default async function OneBroadcastPage({ params, searchParams }: PageProps<"/admin/broadcasts/[id]">) {
  const ctx = await requireUser();
  const [{ id }, asked] = await Promise.all([params, searchParams]);
  const show = READERS.find((one) => one === asked.show) ?? "all";
  const [broadcast, readers, groups, approves] = await orNotFound(
    Promise.all([
      perform(getBroadcast, ctx, { id }),
      perform(listReaders, ctx, { id, show }),
      perform(listWritableGroups, ctx, {}),
      perform(mayApprove, ctx, { id }),
    ]),
  );
  const names = new Map(groups.map((group) => [group.id, group.name]));
  return (
    <BroadcastPage
      key={id}
      initial={broadcast}
      asOf={ctx.now.toISOString()}
      groups={broadcast.groups === "everyone" ? null : broadcast.groups.map((group) => names.get(group) ?? group)}
      zone={ctx.actor.timeZone}
      mayApprove={approves}
      actions={{ approve, change, pause, read, recall, remind, retry }}
    >
      {broadcast.decided > 0 && broadcast.status !== "recalled" ? (
        <Readers
          key={`${show} ${countsOf(broadcast)}`}
          {...{ id, show }}
          first={{ rows: readers.data, nextCursor: readers.next_cursor }}
          acknowledged={broadcast.require_acknowledgement}
          zone={ctx.actor.timeZone}
          loadMore={loadMoreReaders.bind(null, id, show)}
        />
      ) : null}
    </BroadcastPage>
  );
}
