import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Letter } from "@/components/inbox/letter";
import { isAppError } from "@/lib/app-error";
import { requireUser } from "@/lib/auth/context";
import type { FeedItem } from "@/lib/core/feed-item";
import { leadsOn } from "@/lib/core/leads-on";
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
  const item = await open(ctx, (await params).id);
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
