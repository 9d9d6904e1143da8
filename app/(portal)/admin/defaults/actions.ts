"use server";

import type { ProfileChange, WantedChange } from "@/components/defaults/actions";
import { action } from "@/lib/http/action";
import {
  createProfile as createUseCase,
  deleteProfile,
  duplicateProfile as duplicateUseCase,
  orderProfiles as orderUseCase,
  renameProfile as renameUseCase,
  setProfileGroups,
} from "@/lib/usecases/defaults/change-profiles";
import { previewDefaults } from "@/lib/usecases/defaults/preview-defaults";
import { previewProfiles as previewProfilesUseCase } from "@/lib/usecases/defaults/preview-profiles";
import { saveDefaults } from "@/lib/usecases/defaults/save-defaults";
import { undoDefaults } from "@/lib/usecases/defaults/undo-defaults";

export async function previewChange(wanted: WantedChange) {
  return action(previewDefaults)(wanted);
}

export async function saveChange(wanted: WantedChange & { version: string }) {
  return action(saveDefaults)(wanted);
}

export async function undoChange(change: string) {
  return action(undoDefaults)({ change });
}

export async function createProfile(name: string) {
  return action(createUseCase)({ name });
}

export async function renameProfile(id: string, name: string) {
  return action(renameUseCase)({ id, name });
}

export async function duplicateProfile(id: string) {
  return action(duplicateUseCase)({ id });
}

export async function removeProfile(id: string) {
  return action(deleteProfile)({ id });
}

export async function orderProfiles(ids: string[]) {
  return action(orderUseCase)({ ids });
}

export async function setGroups(id: string, groups: string[]) {
  return action(setProfileGroups)({ id, groups });
}

export async function previewProfiles(change: ProfileChange) {
  return action(previewProfilesUseCase)(change);
}
