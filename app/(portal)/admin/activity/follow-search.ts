import { redirect } from "next/navigation";
import { activityAddress } from "@/components/activity/activity-query";
import { askedIn, type Params } from "@/components/ui/page-address";
import { orNotFound } from "@/lib/http/or-not-found";
import { perform } from "@/lib/http/perform";
import { findActivity } from "@/lib/usecases/activity/find-activity";
import type { Context } from "@/lib/usecases/context";

/**
 * Leads from what somebody searched for, `?q=`, to the event that it names, or to the person's part of the list at `path`.
 * Answers the text where it names nothing; undefined where nobody searched.
 */
export async function followSearch(ctx: Context, params: Params, path: string): Promise<string | undefined> {
  const text = askedIn(params, 300).text("q")?.trim();
  if (!text) return undefined;
  const found = await orNotFound(perform(findActivity, ctx, { text }));
  if (found && "event" in found) redirect(activityAddress(`/admin/activity/${found.event}`, { person: found.person }));
  if (found) redirect(activityAddress(path, { person: found.person }));
  return text;
}
