import type { Metadata } from "next";
import { ActivityHead } from "@/components/activity/activity-head";
import { DeadLetters } from "@/components/activity/dead-letters";
import { letterFilter, lettersAddress } from "@/components/activity/letter-filter";
import { LetterFilters } from "@/components/activity/letter-filters";
import { cursorIn } from "@/components/ui/page-address";
import { PagesFoot } from "@/components/ui/pages-foot";
import { requireUser } from "@/lib/auth/context";
import { hasRole } from "@/lib/core/role";
import { orNotFound } from "@/lib/http/or-not-found";
import { perform } from "@/lib/http/perform";
import { listDeadLetters } from "@/lib/usecases/delivery/list-dead-letters";
import { discard, retry } from "./actions";

export const metadata: Metadata = { title: "Dead letters" };

/** What could not be delivered and is tried no more, until somebody says so (C22). */
export default async function DeadLettersPage({ searchParams }: PageProps<"/admin/activity/dead-letters">) {
  const ctx = await requireUser();
  const params = await searchParams;
  const cursor = cursorIn(params);
  const filter = letterFilter(params);
  const { data, next_cursor } = await orNotFound(perform(listDeadLetters, ctx, { ...filter, cursor }));
  return (
    <div className="space-y-4">
      <ActivityHead current="Dead letters" canPost={hasRole(ctx.actor.role, "super_admin")} />
      <LetterFilters filter={filter} />
      <DeadLetters letters={data} filter={filter} zone={ctx.actor.timeZone} retry={retry} discard={discard} />
      <PagesFoot
        start={cursor ? lettersAddress(filter) : null}
        next={next_cursor && lettersAddress(filter, { cursor: next_cursor })}
      />
    </div>
  );
}
