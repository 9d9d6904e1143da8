"use client";

import { UserPlus, UsersRound } from "lucide-react";
import { useState } from "react";
import type { GroupActions } from "@/components/groups/actions";
import { AddMember } from "@/components/groups/add-member";
import { MemberRow } from "@/components/groups/member-row";
import { useMembers } from "@/components/groups/use-members";
import { Button } from "@/components/ui/button";
import { ListFoot } from "@/components/ui/list-foot";
import { NativeSelect } from "@/components/ui/native-select";
import { NothingHere } from "@/components/ui/nothing-here";
import { SearchBox } from "@/components/ui/search-box";
import type { Page } from "@/components/ui/use-pages";
import { type GroupDetails, MEMBER_KINDS, type MemberKind, type MemberView } from "@/lib/core/group-view";

const KIND_NAMES: Record<MemberKind, string> = { main: "Main members", extra: "Extra members", manager: "Managers" };

/** Who is in a group, as what; more are added by search. */
export function Members({
  group,
  first,
  actions,
}: {
  group: GroupDetails;
  first: Page<MemberView>;
  actions: GroupActions;
}) {
  const [adding, setAdding] = useState(false);
  const { rows, query, more, show, hasMore, next, change, remove, add } = useMembers(first, actions);
  // Not by how many there were when the page came: the last one may just have gone.
  const isAsked = query.search !== undefined || query.kind !== undefined || more === "loading";
  return (
    <div className="grid gap-3">
      <search aria-label="Filter people of the group" className="flex flex-wrap gap-2">
        <SearchBox
          label="Search people of the group"
          placeholder="Name, address or id"
          className="min-w-52 flex-1"
          onSearch={(search) => show({ ...query, search: search || undefined })}
        />
        <NativeSelect
          aria-label="As what"
          value={query.kind ?? ""}
          onChange={({ target }) => show({ ...query, kind: MEMBER_KINDS.find((kind) => kind === target.value) })}
        >
          <option value="">Everybody ({group.members.toLocaleString("en")})</option>
          {MEMBER_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {KIND_NAMES[kind]} ({group[kind].toLocaleString("en")})
            </option>
          ))}
        </NativeSelect>
        <Button variant="outline" onClick={() => setAdding(true)}>
          <UserPlus aria-hidden />
          Add people
        </Button>
      </search>
      {rows.length > 0 ? (
        <ul aria-label="People of the group" className="overflow-hidden rounded-xl border bg-card">
          {rows.map((member) => (
            <MemberRow
              key={member.id}
              member={member}
              onChange={(as) => change(member, as)}
              onRemove={() => remove(member)}
            />
          ))}
        </ul>
      ) : (
        <NothingHere Icon={UsersRound} title={isAsked ? "Nobody found" : "Nobody yet"}>
          {isAsked
            ? "Nobody of this group matches what you ask for."
            : "Add people. Main members hear of what is nobody's yet; managers may write to the group."}
        </NothingHere>
      )}
      <ListFoot hasMore={hasMore} more={more} onNext={next} />
      {adding ? (
        <AddMember onFind={actions.findPeople} onAdd={add} isIn={group.id} onClose={() => setAdding(false)} />
      ) : null}
    </div>
  );
}
