import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Letter } from "@/components/inbox/letter";
import { isAppError } from "@/lib/app-error";
import { requireUser } from "@/lib/auth/context";
import type { FeedItem } from "@/lib/core/feed-item";
import { leadsOn } from "@/lib/core/leads-on";
import { TRY_ID } from "@/lib/core/try-content";
import { perform } from "@/lib/http/perform";
import type { UserContext } from "@/lib/usecases/context";
import { openNotification } from "@/lib/usecases/inbox/open-notification";

export const metadata: Metadata = { title: "Notification" };

/**
 * Where mails lead (api.md, "Around it"): read by its owner's sign-in only, and on to its record; what leads nowhere is
 * shown here, whole. Whoever else asks learns nothing, and changes nothing.
 */
export default async function NotificationPage({ params }: { params: Promise<{ id: string }> }) {
  const ctx = await requireUser();
  const { id } = await params;
  // A test leads back to where it was sent from.
  if (id === TRY_ID) redirect("/settings/notifications/check");
  const item = await open(ctx, id);
  const to = leadsOn(item.url);
  if (to !== null) redirect(to);
  return <Letter item={item} zone={ctx.actor.timeZone} />;
}

async function open(ctx: UserContext, id: string): Promise<FeedItem> {
  try {
    return await perform(openNotification, ctx, { id });
  } catch (error) {
    if (isAppError(error) && (error.code === "not_found" || error.code === "unprocessable")) notFound();
    throw error;
  }
}
