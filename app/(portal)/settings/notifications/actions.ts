"use server";

import type { Medium } from "@/lib/core/channel";
import type { PreferenceChange } from "@/lib/core/preference-change";
import { action } from "@/lib/http/action";
import { dismissDefaultNotices } from "@/lib/usecases/defaults/dismiss-default-notices";
import { changeMyPreferences } from "@/lib/usecases/preferences/change-my-preferences";
import { clearMyPreferences } from "@/lib/usecases/preferences/clear-my-preferences";
import { readMyPreferences } from "@/lib/usecases/preferences/read-my-preferences";
import { resetMyPreferences } from "@/lib/usecases/preferences/reset-my-preferences";

export async function readPreferences() {
  return action(readMyPreferences)({});
}

export async function changePreferences(change: PreferenceChange) {
  return action(changeMyPreferences)(change);
}

export async function clearPreferences(medium: Medium) {
  return action(clearMyPreferences)({ medium });
}

export async function resetPreferences(medium: Medium) {
  return action(resetMyPreferences)({ medium });
}

/** I saw what my company changed until `at`. */
export async function dismissNotice(at: string) {
  return action(dismissDefaultNotices)({ at });
}
