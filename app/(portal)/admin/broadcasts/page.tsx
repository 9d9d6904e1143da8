import { Plus } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { BroadcastList } from "@/components/broadcasts/broadcast-list";
import { SecondPerson } from "@/components/broadcasts/second-person";
import { Button } from "@/components/ui/button";
import { cursorIn } from "@/components/ui/page-address";
import { PagesFoot } from "@/components/ui/pages-foot";
import { requireUser } from "@/lib/auth/context";
import { hasRole } from "@/lib/core/role";
import { orNotFound } from "@/lib/http/or-not-found";
import { perform } from "@/lib/http/perform";
import { listBroadcasts } from "@/lib/usecases/broadcasts/read-broadcasts";
import { readSecondPerson } from "@/lib/usecases/broadcasts/read-second-person";
import { saveSecondPerson } from "./actions";

export const metadata: Metadata = { title: "Broadcasts" };

/** What was written to many: a super admin's are all, an admin's their own (R88). `?cursor=` is the next page. */
export default async function BroadcastsPage({ searchParams }: PageProps<"/admin/broadcasts">) {
  const ctx = await requireUser();
  const params = await searchParams;
  const cursor = cursorIn(params);
  const { data, next_cursor } = await orNotFound(perform(listBroadcasts, ctx, { cursor }));
  return (
    <div className="space-y-4">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div>
          <h1 className="font-semibold text-xl">Broadcasts</h1>
          <p className="text-muted-foreground">One message to everyone or to groups, once.</p>
        </div>
        <Button asChild>
          <Link href="/admin/broadcasts/new">
            <Plus aria-hidden />
            New broadcast
          </Link>
        </Button>
      </div>
      <BroadcastList broadcasts={data} zone={ctx.actor.timeZone} />
      <PagesFoot
        start={cursor ? "/admin/broadcasts" : null}
        next={next_cursor && `/admin/broadcasts?cursor=${encodeURIComponent(next_cursor)}`}
      />
      {hasRole(ctx.actor.role, "super_admin") ? (
        <details className="pt-4">
          <summary className="w-fit cursor-pointer font-medium">A second person for large broadcasts</summary>
          <div className="pt-3">
            <SecondPerson
              rule={await perform(readSecondPerson, ctx, {})}
              zone={ctx.actor.timeZone}
              onSave={saveSecondPerson}
            />
          </div>
        </details>
      ) : null}
    </div>
  );
}
