"use server";

import type { Explanation } from "@/lib/core/explanation";
import type { InboxQuery } from "@/lib/core/inbox-query";
import { type ActionResult, action } from "@/lib/http/action";
import { acknowledgeBroadcast } from "@/lib/usecases/broadcasts/acknowledge-broadcast";
import { explainNotification } from "@/lib/usecases/inbox/explain-notification";
import { listInbox } from "@/lib/usecases/inbox/list-inbox";
import { readAllMine, undoReadAllMine } from "@/lib/usecases/inbox/read-all";
import {
  setArchived as archive,
  setRead as read,
  setSeen as see,
  setSnoozed as snooze,
} from "@/lib/usecases/inbox/set-state";
import { changeShortcuts as changeKeys } from "@/lib/usecases/inbox/shortcuts";

export async function setRead(ids: string[], isRead: boolean) {
  return flat(await action(read)({ ids, read: isRead }));
}

export async function setSeen(ids: string[]) {
  return flat(await action(see)({ ids }));
}

export async function setArchived(ids: string[], archived: boolean) {
  return flat(await action(archive)({ ids, archived }));
}

export async function setSnoozed(ids: string[], until: string | null) {
  return flat(await action(snooze)({ ids, until }));
}

export async function markAllRead(position: string) {
  return flat(await action(readAllMine)({ up_to: position }));
}

export async function undoMarkAll(readAt: string) {
  return flat(await action(undoReadAllMine)({ read_at: readAt }));
}

export async function acknowledge(id: string) {
  const result = await action(acknowledgeBroadcast)({ notification: id });
  return result.ok ? { ok: true as const } : result;
}

export async function explain(id: string) {
  const result = await action(explainNotification)({ id });
  return result.ok ? { ok: true as const, explanation: result.value satisfies Explanation } : result;
}

export async function loadMore(query: InboxQuery, cursor: string) {
  return flat(await action(listInbox)({ ...query, cursor }));
}

export async function changeShortcuts(enabled: boolean) {
  return flat(await action(changeKeys)({ enabled }));
}

/** The answer as the components take it: the value's own fields beside `ok`. */
function flat<T>(result: ActionResult<T>) {
  return result.ok ? { ok: true as const, ...(result.value as T) } : { ok: false as const, detail: result.detail };
}
