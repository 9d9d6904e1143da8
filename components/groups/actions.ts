import type { Answer } from "@/components/ui/answer";
import type { LoadPage } from "@/components/ui/use-pages";
import type { MemberKind, MemberView } from "@/lib/core/group-view";
import type { PersonView } from "@/lib/core/person-view";

/** Which members of a group are shown. */
export interface MembersQuery {
  search?: string;
  kind?: MemberKind;
}

/** What the page of one group can ask for. */
export interface GroupActions {
  rename(name: string): Promise<Answer>;
  remove(): Promise<Answer>;
  /** The first page; `LoadPage` of the same query leads on. */
  list(query: MembersQuery, cursor?: string): ReturnType<LoadPage<MemberView>>;
  setMember(user: string, as: { main: boolean; manager: boolean }): Promise<Answer>;
  removeMember(user: string): Promise<Answer>;
  findPeople(search: string): Promise<Answer<PersonView[]>>;
}

export const groupAddress = (id: string) => `/admin/groups/${encodeURIComponent(id)}`;
