import type { Tx } from "@/db/database";
import { savePreferences } from "@/db/queries/preferences";
import { AppError } from "@/lib/app-error";
import {
  afterChange,
  type ChangeFault,
  changeFaults,
  changesAnything,
  type PlannedChange,
  planChange,
} from "@/lib/core/plan-change";
import { pointer } from "@/lib/core/pointer";
import type { PreferenceChange } from "@/lib/core/preference-change";
import type { Context } from "../context";
import { type LoadedState, versionOf } from "./load-state";

/**
 * Makes a change to the preferences of a person whom this transaction holds (`lockUser`), or throws a 422 with a pointer to
 * each thing that they cannot have. Answers the preferences as they are then, and what was stored; `plan.undo` takes it back.
 */
export async function makeChange(
  tx: Tx,
  { workspaceId, now }: Pick<Context, "workspaceId" | "now">,
  { userId, state }: { userId: string; state: LoadedState },
  change: PreferenceChange,
): Promise<{ state: LoadedState; plan: PlannedChange }> {
  refuse(changeFaults(change, state));
  const plan = planChange(change, state);
  if (!changesAnything(plan)) return { state, plan };
  // Two changes of one millisecond are two versions.
  const changedAt = new Date(Math.max(now.getTime(), (state.changedAt?.getTime() ?? 0) + 1));
  await savePreferences(tx, { workspaceId, userId, now, version: changedAt }, plan);
  return { state: { ...afterChange(state, plan, now), changedAt, version: versionOf(changedAt) }, plan };
}

function refuse(faults: readonly ChangeFault[]): void {
  const [first, ...others] = faults.slice(0, 100).map(({ path, detail }) => ({ pointer: pointer(path), detail }));
  if (!first) return;
  const detail = others.length === 0 ? first.detail : "Some of this cannot be changed: see errors.";
  throw new AppError("unprocessable", detail, { errors: [first, ...others] });
}
