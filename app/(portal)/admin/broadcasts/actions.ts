"use server";

import type { BroadcastEdit, BroadcastRequest, ReachRequest } from "@/lib/core/broadcast-input";
import type { Readers } from "@/lib/core/broadcast-reader";
import { action } from "@/lib/http/action";
import { changeBroadcast } from "@/lib/usecases/broadcasts/change-broadcast";
import { chaseBroadcast } from "@/lib/usecases/broadcasts/chase-broadcast";
import { listReaders } from "@/lib/usecases/broadcasts/list-readers";
import { pauseBroadcast } from "@/lib/usecases/broadcasts/pause-broadcast";
import { previewBroadcast } from "@/lib/usecases/broadcasts/preview-broadcast";
import { getBroadcast } from "@/lib/usecases/broadcasts/read-broadcasts";
import { recallBroadcast } from "@/lib/usecases/broadcasts/recall-broadcast";
import { sendBroadcast } from "@/lib/usecases/broadcasts/send-broadcast";
import { testBroadcast } from "@/lib/usecases/broadcasts/test-broadcast";

export async function preview(reach: ReachRequest) {
  return action(previewBroadcast)(reach);
}

export async function test(broadcast: BroadcastRequest) {
  return action(testBroadcast)(broadcast);
}

export async function send(broadcast: BroadcastRequest) {
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

export async function moreReaders(id: string, show: Readers, cursor: string) {
  const answer = await action(listReaders)({ id, show, cursor });
  if (!answer.ok) return answer;
  return { ok: true as const, rows: answer.value.data, nextCursor: answer.value.next_cursor };
}
