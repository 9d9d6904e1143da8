"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { toast } from "sonner";
import type { GroupActions, MembersQuery } from "@/components/groups/actions";
import { type Answer, faultOf, noAnswer } from "@/components/ui/answer";
import type { More } from "@/components/ui/list-foot";
import type { Page } from "@/components/ui/use-pages";
import type { MemberView } from "@/lib/core/group-view";

/** The members of a group as they are listed, and what can be done to them; the counts come with the page. */
export function useMembers(first: Page<MemberView>, actions: GroupActions) {
  const router = useRouter();
  const [{ rows, nextCursor }, setPage] = useState(first);
  const [query, setQuery] = useState<MembersQuery>({});
  const [more, setMore] = useState<More>("idle");
  const asked = useRef(0);

  async function show(wanted: MembersQuery, from?: { rows: MemberView[]; cursor: string }) {
    const mine = ++asked.current;
    setQuery(wanted);
    setMore("loading");
    const page = await actions.list(wanted, from?.cursor).catch(noAnswer);
    // Somebody typed on: what comes late is of no use.
    if (mine !== asked.current) return;
    setMore(page.ok ? "idle" : { failed: page.detail });
    if (page.ok) setPage({ ...page.value, rows: [...(from?.rows ?? []), ...page.value.rows] });
  }

  async function act(work: Promise<Answer>, done: (rows: MemberView[]) => MemberView[]): Promise<boolean> {
    const answer = await work.catch(noAnswer);
    if (!answer.ok) toast.error("Not changed", { description: faultOf(answer) });
    else {
      setPage((page) => ({ ...page, rows: done(page.rows) }));
      router.refresh();
    }
    return answer.ok;
  }

  return {
    rows,
    query,
    more,
    show,
    hasMore: nextCursor !== null,
    next: () => nextCursor !== null && more !== "loading" && show(query, { rows, cursor: nextCursor }),
    change: ({ id, main, manager }: MemberView, as: Partial<Pick<MemberView, "main" | "manager">>) =>
      act(actions.setMember(id, { main, manager, ...as }), (rows) =>
        rows.map((row) => (row.id === id ? { ...row, ...as } : row)),
      ),
    remove: ({ id, name }: MemberView) =>
      act(actions.removeMember(id), (rows) => {
        toast.success(`${name} is no longer in the group.`);
        return rows.filter((row) => row.id !== id);
      }),
    add: (member: MemberView) =>
      act(actions.setMember(member.id, { main: true, manager: false }), (rows) => [
        member,
        ...rows.filter(({ id }) => id !== member.id),
      ]),
  };
}
