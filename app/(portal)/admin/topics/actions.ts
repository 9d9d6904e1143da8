"use server";

import type { OwnTopic } from "@/lib/core/own-topic";
import { action } from "@/lib/http/action";
import { createTopic as createUseCase } from "@/lib/usecases/catalogue/create-topic";
import { deleteTopic as deleteUseCase } from "@/lib/usecases/catalogue/delete-topic";
import { putTopic } from "@/lib/usecases/catalogue/put-topic";

export async function createTopic(topic: OwnTopic) {
  return action(createUseCase)(topic);
}

export async function saveTopic(topic: OwnTopic) {
  return action(putTopic)(topic);
}

export async function deleteTopic(key: string) {
  return action(deleteUseCase)({ key });
}
