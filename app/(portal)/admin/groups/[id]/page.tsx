import type { Metadata } from "next";
import type { GroupActions } from "@/components/groups/actions";
import { GroupPage } from "@/components/groups/group-page";
import { requireUser } from "@/lib/auth/context";
import { orNotFound } from "@/lib/http/or-not-found";
import { perform } from "@/lib/http/perform";
import { listMembers as listUseCase } from "@/lib/usecases/groups/list-members";
import { readGroup } from "@/lib/usecases/groups/read-group";
import { deleteGroup, findPeople, listMembers, removeMember, renameGroup, setMember } from "../actions";

export const metadata: Metadata = { title: "Group" };

/** One group: its name, who is in it, and who is main member or manager. */
export default async function OneGroupPage({ params }: PageProps<"/admin/groups/[id]">) {
  const ctx = await requireUser();
  const id = decodeURIComponent((await params).id);
  const [group, first] = await orNotFound(
    Promise.all([perform(readGroup, ctx, { id }), perform(listUseCase, ctx, { id })]),
  );
  const actions: GroupActions = {
    rename: renameGroup.bind(null, id),
    remove: deleteGroup.bind(null, id),
    list: listMembers.bind(null, id),
    setMember: setMember.bind(null, id),
    removeMember: removeMember.bind(null, id),
    findPeople,
  };
  return <GroupPage key={id} {...{ group, first, actions }} />;
}
