import type { Metadata } from "next";
import { OutboxList } from "@/components/outbox/outbox-list";
import { cursorIn } from "@/components/ui/page-address";
import { PagesFoot } from "@/components/ui/pages-foot";
import { requireUser } from "@/lib/auth/context";
import { orNotFound } from "@/lib/http/or-not-found";
import { perform } from "@/lib/http/perform";
import { readOutbox } from "@/lib/usecases/delivery/read-outbox";

export const metadata: Metadata = { title: "Outbox" };

/** What would have been mailed, had an email provider been set up. */
export default async function OutboxPage({ searchParams }: PageProps<"/admin/outbox">) {
  const ctx = await requireUser();
  const params = await searchParams;
  const cursor = cursorIn(params);
  const { data, next_cursor } = await orNotFound(perform(readOutbox, ctx, { cursor }));
  const mails = data.map(({ id, to, subject, created_at: at }) => ({ id, to, subject, at }));
  return (
    <div className="space-y-4">
      <div>
        <h1 className="font-semibold text-xl">Outbox</h1>
        <p className="text-muted-foreground">What would have been mailed: no email provider is needed to see it.</p>
      </div>
      <OutboxList mails={mails} zone={ctx.actor.timeZone} />
      <PagesFoot
        start={cursor ? "/admin/outbox" : null}
        next={next_cursor && `/admin/outbox?cursor=${encodeURIComponent(next_cursor)}`}
      />
    </div>
  );
}
