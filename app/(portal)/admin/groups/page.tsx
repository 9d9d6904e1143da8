import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Groups } from "@/components/groups/groups";
import { askedIn } from "@/components/ui/page-address";
import { requireUser } from "@/lib/auth/context";
import { hasRole } from "@/lib/core/role";
import { perform } from "@/lib/http/perform";
import { searchGroups } from "@/lib/usecases/groups/search-groups";
import { createGroup } from "./actions";

export const metadata: Metadata = { title: "Groups" };

/** Every group, with how many are in it; for super admins. `?search=` finds by name and id. */
export default async function GroupsPage({ searchParams }: PageProps<"/admin/groups">) {
  const ctx = await requireUser();
  if (!hasRole(ctx.actor.role, "super_admin")) notFound();
  const search = askedIn(await searchParams, 200).text("search") ?? "";
  return <Groups {...(await perform(searchGroups, ctx, { search }))} search={search} onCreate={createGroup} />;
}
