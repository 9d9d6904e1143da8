"use server";

import type { BroadcastEdit, BroadcastRequest, ReachRequest } from "@/lib/core/broadcast-input";
import type { Readers } from "@/lib/core/broadcast-reader";
import { action } from "@/lib/http/action";
import { approveBroadcast } from "@/lib/usecases/broadcasts/approve-broadcast";
import { changeBroadcast } from "@/lib/usecases/broadcasts/change-broadcast";
import { chaseBroadcast } from "@/lib/usecases/broadcasts/chase-broadcast";
import { listReaders } from "@/lib/usecases/broadcasts/list-readers";
import { pauseBroadcast } from "@/lib/usecases/broadcasts/pause-broadcast";
import { previewBroadcast } from "@/lib/usecases/broadcasts/preview-broadcast";
import { getBroadcast } from "@/lib/usecases/broadcasts/read-broadcasts";
import { recallBroadcast } from "@/lib/usecases/broadcasts/recall-broadcast";
import { retryBroadcast } from "@/lib/usecases/broadcasts/retry-broadcast";
import { saveSecondPerson as saveUseCase } from "@/lib/usecases/broadcasts/save-second-person";
import { sendBroadcast } from "@/lib/usecases/broadcasts/send-broadcast";
import { testBroadcast } from "@/lib/usecases/broadcasts/test-broadcast";

export async function preview(reach: ReachRequest) {
  return action(previewBroadcast)(reach);
}

export async function test(broadcast: BroadcastRequest) {
  return action(testBroadcast)(broadcast);
}

export async function send(broadcast: BroadcastRequest & { draft: string; password: string }) {
  return action(sendBroadcast)(broadcast);
}

export async function read(id: string) {
  return action(getBroadcast)({ id });
}

export async function change(id: string, wanted: BroadcastEdit) {
  return action(changeBroadcast)({ ...wanted, id });
}

export async function recall(id: string) {
  return action(recallBroadcast)({ id });
}

export async function pause(id: string, paused: boolean) {
  return action(pauseBroadcast)({ id, paused });
}

export async function remind(id: string) {
  return action(chaseBroadcast)({ id });
}

export async function retry(id: string) {
  return action(retryBroadcast)({ id });
}

export async function approve(id: string, seen: string) {
  return action(approveBroadcast)({ id, seen });
}

export async function saveSecondPerson(people: number | null, password: string) {
  return action(saveUseCase)({ people, password });
}

export async function loadMoreReaders(id: string, show: Readers, cursor: string) {
  const answer = await action(listReaders)({ id, show, cursor });
  if (!answer.ok) return answer;
  const { data: rows, next_cursor: nextCursor } = answer.value;
  return { ok: true as const, value: { rows, nextCursor } };
}
