"use server";

import type { InboxQuery } from "@/lib/core/inbox-query";
import { action } from "@/lib/http/action";
import { acknowledgeBroadcast } from "@/lib/usecases/broadcasts/acknowledge-broadcast";
import { explainNotification } from "@/lib/usecases/inbox/explain-notification";
import { listInbox } from "@/lib/usecases/inbox/list-inbox";
import { readAllMine, undoReadAllMine } from "@/lib/usecases/inbox/read-all";
import {
  setArchived as setArchivedUseCase,
  setRead as setReadUseCase,
  setSeen as setSeenUseCase,
  setSnoozed as setSnoozedUseCase,
} from "@/lib/usecases/inbox/set-state";
import { changeShortcuts as changeShortcutsUseCase } from "@/lib/usecases/inbox/shortcuts";

export async function setRead(ids: string[], isRead: boolean) {
  return action(setReadUseCase)({ ids, read: isRead });
}

export async function setSeen(ids: string[]) {
  return action(setSeenUseCase)({ ids });
}

export async function setArchived(ids: string[], archived: boolean) {
  return action(setArchivedUseCase)({ ids, archived });
}

export async function setSnoozed(ids: string[], until: string | null) {
  return action(setSnoozedUseCase)({ ids, until });
}

export async function markAllRead(upTo: string) {
  return action(readAllMine)({ up_to: upTo });
}

export async function undoMarkAll(readAt: string) {
  return action(undoReadAllMine)({ read_at: readAt });
}

export async function acknowledge(id: string) {
  return action(acknowledgeBroadcast)({ notification: id });
}

export async function explain(id: string) {
  return action(explainNotification)({ id });
}

export async function loadMoreInbox(query: InboxQuery, cursor: string) {
  return action(listInbox)({ ...query, cursor });
}

export async function changeShortcuts(enabled: boolean) {
  return action(changeShortcutsUseCase)({ enabled });
}
