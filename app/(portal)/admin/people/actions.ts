"use server";

import type { PersonChange } from "@/components/people/actions";
import type { PeopleQuery } from "@/components/people/people-query";
import { action } from "@/lib/http/action";
import { erasePerson as eraseUseCase } from "@/lib/usecases/people/erase-person";
import { listPeople } from "@/lib/usecases/people/list-people";
import { createPerson as createUseCase, savePerson as saveUseCase } from "@/lib/usecases/people/save-person";
import { setPersonGroups } from "@/lib/usecases/people/set-person-groups";

export async function loadMorePeople(query: PeopleQuery, cursor: string) {
  return action(listPeople)({ ...query, cursor });
}

export async function savePerson(change: PersonChange) {
  return action(saveUseCase)(change);
}

export async function createPerson(change: PersonChange) {
  return action(createUseCase)({ ...change, name: change.name ?? "", email: change.email ?? "" });
}

export async function setGroups(id: string, groups: { id: string; main: boolean; manager: boolean }[]) {
  return action(setPersonGroups)({ id, groups });
}

export async function erasePerson(id: string) {
  return action(eraseUseCase)({ id });
}
