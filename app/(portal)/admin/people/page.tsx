import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { People } from "@/components/people/people";
import { peopleQuery } from "@/components/people/people-query";
import { requireUser } from "@/lib/auth/context";
import { hasRole } from "@/lib/core/role";
import { perform } from "@/lib/http/perform";
import { listGroupSummaries } from "@/lib/usecases/people/list-group-summaries";
import { listPeople } from "@/lib/usecases/people/list-people";
import { startExport } from "../import-export/actions";
import { loadMorePeople } from "./actions";

export const metadata: Metadata = { title: "People" };

/** Everybody for super admins; for admins those of the groups that they manage (api.md, section 3). */
export default async function PeoplePage({ searchParams }: PageProps<"/admin/people">) {
  const ctx = await requireUser();
  if (!hasRole(ctx.actor.role, "admin")) notFound();
  const query = peopleQuery(await searchParams);
  const [first, groups] = await Promise.all([perform(listPeople, ctx, query), perform(listGroupSummaries, ctx, {})]);
  const canChange = hasRole(ctx.actor.role, "super_admin");
  return (
    <People
      {...{ first, query, groups, canChange }}
      onExport={startExport}
      loadMore={loadMorePeople.bind(null, query)}
    />
  );
}
