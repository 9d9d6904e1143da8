import type { Metadata } from "next";
import { EventDetail } from "@/components/activity/event-detail";
import { requireUser } from "@/lib/auth/context";
import { orNotFound } from "@/lib/http/or-not-found";
import { perform } from "@/lib/http/perform";
import { readEvent } from "@/lib/usecases/activity/read-event";
import { resend } from "./actions";

export const metadata: Metadata = { title: "Event" };

interface EventPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, unknown>>;
}

/** One event: who, which channel, which rule, each try with the provider's answer. `?person=` shows one recipient. */
export default async function EventPage({ params, searchParams }: EventPageProps) {
  const ctx = await requireUser();
  const { person: asked, cursor: from } = await searchParams;
  const person = typeof asked === "string" && asked !== "" ? asked.slice(0, 300) : undefined;
  const cursor = typeof from === "string" ? from : undefined;
  const { id } = await params;
  const event = await orNotFound(perform(readEvent, ctx, { id, person, cursor }));
  return <EventDetail {...{ event, person, resend }} paged={cursor !== undefined} zone={ctx.actor.timeZone} />;
}
