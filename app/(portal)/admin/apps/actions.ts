"use server";

import type { AppFields, NewKey } from "@/components/integrations/actions";
import { action } from "@/lib/http/action";
import { createApiKey } from "@/lib/usecases/access/create-api-key";
import { revokeApiKey } from "@/lib/usecases/access/revoke-api-key";
import { rotateApiKey } from "@/lib/usecases/access/rotate-api-key";
import { changeApp as changeUseCase, createApp as createUseCase } from "@/lib/usecases/access/save-app";

export async function createApp(app: AppFields) {
  return action(createUseCase)(app);
}

export async function changeApp(app: AppFields & { id: string }) {
  return action(changeUseCase)(app);
}

export async function createKey(key: NewKey) {
  return action(createApiKey)(key);
}

export async function rotateKey(id: string, hours: number) {
  return action(rotateApiKey)({ id, overlap_hours: hours });
}

export async function revokeKey(id: string) {
  return action(revokeApiKey)({ id });
}
