import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PersonPage } from "@/components/people/person-page";
import { isAppError } from "@/lib/app-error";
import { requireUser } from "@/lib/auth/context";
import { perform } from "@/lib/http/perform";
import { listGroupSummaries } from "@/lib/usecases/people/list-group-summaries";
import { readPerson } from "@/lib/usecases/people/read-person";
import { erasePerson, savePerson, setGroups } from "../actions";

export const metadata: Metadata = { title: "Person" };

const actions = { save: savePerson, setGroups, erase: erasePerson };

export default async function OnePersonPage({ params }: { params: Promise<{ id: string }> }) {
  const ctx = await requireUser();
  const id = decodeURIComponent((await params).id);
  const [person, groups] = await Promise.all([
    perform(readPerson, ctx, { id }),
    perform(listGroupSummaries, ctx, {}),
  ]).catch(asNotFound);
  return <PersonPage key={id} {...{ person, groups, actions }} zone={ctx.actor.timeZone} />;
}

function asNotFound(error: unknown): never {
  if (isAppError(error) && error.code === "not_found") notFound();
  throw error;
}
