"use server";

import type { MembersQuery } from "@/components/groups/actions";
import { action } from "@/lib/http/action";
import { listMembers as listUseCase } from "@/lib/usecases/groups/list-members";
import {
  createGroup as createUseCase,
  deleteGroup as deleteUseCase,
  renameGroup as renameUseCase,
} from "@/lib/usecases/groups/save-group";
import { removeMember as removeUseCase, setMember as setUseCase } from "@/lib/usecases/groups/set-member";
import { listPeople } from "@/lib/usecases/people/list-people";

/** How many people a search for somebody to add answers. */
const FOUND = 8;

export async function createGroup(id: string, name: string) {
  return action(createUseCase)({ id, name });
}

export async function renameGroup(id: string, name: string) {
  return action(renameUseCase)({ id, name });
}

export async function deleteGroup(id: string) {
  return action(deleteUseCase)({ id });
}

export async function listMembers(id: string, query: MembersQuery, cursor?: string) {
  return action(listUseCase)({ ...query, id, cursor });
}

export async function setMember(group: string, user: string, as: { main: boolean; manager: boolean }) {
  return action(setUseCase)({ group, user, main: as.main, manager: as.manager });
}

export async function removeMember(group: string, user: string) {
  return action(removeUseCase)({ group, user });
}

export async function findPeople(search: string) {
  const answer = await action(listPeople)({ search, limit: FOUND });
  return answer.ok ? { ok: true as const, value: answer.value.rows } : answer;
}
