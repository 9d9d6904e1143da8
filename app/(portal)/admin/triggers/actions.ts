"use server";

import type { TriggerInput } from "@/lib/core/trigger-input";
import { action } from "@/lib/http/action";
import { deleteTrigger as deleteUseCase } from "@/lib/usecases/triggers/delete-trigger";
import { changeTrigger as changeUseCase, createTrigger as createUseCase } from "@/lib/usecases/triggers/save-trigger";
import { switchTrigger as switchUseCase } from "@/lib/usecases/triggers/switch-trigger";
import { tryTrigger as tryUseCase } from "@/lib/usecases/triggers/try-trigger";

export async function createTrigger(trigger: TriggerInput) {
  return action(createUseCase)(trigger);
}

export async function changeTrigger(id: string, trigger: TriggerInput) {
  return action(changeUseCase)({ id, ...trigger });
}

export async function switchTrigger(id: string, on: boolean) {
  return action(switchUseCase)({ id, on });
}

export async function deleteTrigger(id: string) {
  return action(deleteUseCase)({ id });
}

export async function tryTrigger(trigger: TriggerInput) {
  return action(tryUseCase)(trigger);
}
