import type { Metadata } from "next";
import { PersonPage } from "@/components/people/person-page";
import { requireUser } from "@/lib/auth/context";
import { orNotFound } from "@/lib/http/or-not-found";
import { perform } from "@/lib/http/perform";
import { listGroupSummaries } from "@/lib/usecases/people/list-group-summaries";
import { readPerson } from "@/lib/usecases/people/read-person";
import { erasePerson, savePerson, setGroups } from "../actions";

export const metadata: Metadata = { title: "Person" };

const actions = { save: savePerson, setGroups, erase: erasePerson };

/** One person: details, role and groups, and what an admin may do to them. */
export default async function OnePersonPage({ params }: PageProps<"/admin/people/[id]">) {
  const ctx = await requireUser();
  const id = decodeURIComponent((await params).id);
  const [person, groups] = await orNotFound(
    Promise.all([perform(readPerson, ctx, { id }), perform(listGroupSummaries, ctx, {})]),
  );
  return <PersonPage key={id} {...{ person, groups, actions }} zone={ctx.actor.timeZone} />;
}
