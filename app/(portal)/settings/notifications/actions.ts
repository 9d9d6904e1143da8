"use server";

import type { Medium } from "@/lib/core/channel";
import type { PreferenceChange } from "@/lib/core/preference-change";
import { type ActionResult, action } from "@/lib/http/action";
import { dismissDefaultNotices } from "@/lib/usecases/defaults/dismiss-default-notices";
import { changeMyPreferences } from "@/lib/usecases/preferences/change-my-preferences";
import { clearMyPreferences } from "@/lib/usecases/preferences/clear-my-preferences";
import { readMyPreferences } from "@/lib/usecases/preferences/read-my-preferences";
import { resetMyPreferences } from "@/lib/usecases/preferences/reset-my-preferences";

export async function readPreferences() {
  const result = await action(readMyPreferences)({});
  return result.ok ? { ok: true as const, view: result.value } : refused(result);
}

export async function changePreferences(change: PreferenceChange) {
  return changed(await action(changeMyPreferences)(change));
}

export async function clearPreferences(medium: Medium) {
  return changed(await action(clearMyPreferences)({ medium }));
}

export async function resetPreferences(medium: Medium) {
  return changed(await action(resetMyPreferences)({ medium }));
}

/** I saw what my company changed until `at`. */
export async function dismissNotice(at: string) {
  return action(dismissDefaultNotices)({ at });
}

/** The answer as the components take it. */
function changed<T>(result: ActionResult<T>) {
  return result.ok ? { ok: true as const, changed: result.value } : refused(result);
}

function refused({ detail }: { detail: string }) {
  return { ok: false as const, detail };
}
