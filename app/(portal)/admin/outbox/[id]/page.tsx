import type { Metadata } from "next";
import { OutboxMail } from "@/components/outbox/outbox-mail";
import { requireUser } from "@/lib/auth/context";
import { orNotFound } from "@/lib/http/or-not-found";
import { perform } from "@/lib/http/perform";
import { readOutboxMail } from "@/lib/usecases/delivery/read-outbox";

export const metadata: Metadata = { title: "Mail" };

/** One mail of the outbox, rendered. */
export default async function OutboxMailPage({ params }: PageProps<"/admin/outbox/[id]">) {
  const ctx = await requireUser();
  const { id } = await params;
  const mail = await orNotFound(perform(readOutboxMail, ctx, { id }));
  return <OutboxMail mail={mail} zone={ctx.actor.timeZone} />;
}
