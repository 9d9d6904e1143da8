import type { Metadata } from "next";
import { EventDetail } from "@/components/activity/event-detail";
import { askedIn, cursorIn } from "@/components/ui/page-address";
import { requireUser } from "@/lib/auth/context";
import { orNotFound } from "@/lib/http/or-not-found";
import { perform } from "@/lib/http/perform";
import { readEvent } from "@/lib/usecases/activity/read-event";
import { resend } from "./actions";

export const metadata: Metadata = { title: "Event" };

/** One event: who, which channel, which rule, each try with the provider's answer. `?person=` shows one recipient. */
export default async function EventPage({ params, searchParams }: PageProps<"/admin/activity/[id]">) {
  const ctx = await requireUser();
  const asked = await searchParams;
  const person = askedIn(asked, 300).text("person");
  const cursor = cursorIn(asked);
  const { id } = await params;
  const event = await orNotFound(perform(readEvent, ctx, { id, person, cursor }));
  return <EventDetail {...{ event, person, resend }} paged={cursor !== undefined} zone={ctx.actor.timeZone} />;
}
