import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Letter } from "@/components/inbox/letter";
import { requireUser } from "@/lib/auth/context";
import { leadsOn } from "@/lib/core/leads-on";
import { TRY_ID } from "@/lib/core/try-content";
import { orNotFound } from "@/lib/http/or-not-found";
import { perform } from "@/lib/http/perform";
import { openNotification } from "@/lib/usecases/inbox/open-notification";

export const metadata: Metadata = { title: "Notification" };

/**
 * Where mails lead (api.md, "Around it"): read by its owner's sign-in only, and on to its record; what leads nowhere is
 * shown here, whole. Whoever else asks learns nothing, and changes nothing.
 */
export default async function NotificationPage({ params }: PageProps<"/n/[id]">) {
  const ctx = await requireUser();
  const { id } = await params;
  // A test leads back to where it was sent from.
  if (id === TRY_ID) redirect("/settings/notifications/check");
  const item = await orNotFound(perform(openNotification, ctx, { id }));
  const to = leadsOn(item.url);
  if (to !== null) redirect(to);
  return <Letter item={item} zone={ctx.actor.timeZone} />;
}
