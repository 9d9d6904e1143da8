"use client";

import Link from "next/link";
import { useState } from "react";
import { toast } from "sonner";
import type { IntegrationActions, MadeKey } from "@/components/integrations/actions";
import { AppDialog } from "@/components/integrations/app-dialog";
import { KeyDialog } from "@/components/integrations/key-dialog";
import { KeyRow } from "@/components/integrations/key-row";
import { NewKeyOnce } from "@/components/integrations/new-key-once";
import { RotateDialog } from "@/components/integrations/rotate-dialog";
import { Avatar, AvatarFallback, AvatarImage } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { FormDialog } from "@/components/ui/form-dialog";
import { initials } from "@/components/ui/initials";
import { RelativeTime } from "@/components/ui/relative-time";
import type { IntegrationView, KeyView } from "@/lib/core/integration-view";

type Open = { dialog: "app" } | { dialog: "key" } | { dialog: "rotate" | "revoke"; key: KeyView };

interface IntegrationProps {
  app: IntegrationView;
  zone: string;
  actions: IntegrationActions;
}

/** One app: what it is, its keys, and the latest that it posted. */
export function Integration({ app, zone, actions }: IntegrationProps) {
  const [open, setOpen] = useState<Open | null>(null);
  const [made, setMade] = useState<MadeKey | null>(null);
  const close = () => setOpen(null);
  const show = (key: MadeKey) => {
    setMade(key);
    close();
  };
  return (
    <article aria-label={app.name} className="grid min-w-0 gap-3 rounded-lg border bg-card p-4">
      <header className="flex flex-wrap items-center gap-3">
        <Avatar className="size-9 rounded-md">
          {app.icon ? <AvatarImage src={app.icon} /> : null}
          <AvatarFallback>{initials(app.name)}</AvatarFallback>
        </Avatar>
        <div className="min-w-0 flex-1 basis-36">
          <h2 className="wrap-anywhere font-semibold">{app.name}</h2>
          <p className="figures text-muted-foreground text-sm">
            {app.rateLimit ? `${app.rateLimit.toLocaleString("en")} requests a minute` : "No rate limit"}
          </p>
        </div>
        <Button variant="ghost" size="sm" onClick={() => setOpen({ dialog: "app" })}>
          Change<span className="sr-only"> {app.name}</span>
        </Button>
        <Button variant="outline" size="sm" onClick={() => setOpen({ dialog: "key" })}>
          New key<span className="sr-only"> for {app.name}</span>
        </Button>
      </header>
      {made ? <NewKeyOnce made={made} onDone={() => setMade(null)} /> : null}
      {app.keys.length === 0 ? (
        <p className="text-muted-foreground">No keys: it cannot post yet.</p>
      ) : (
        <ul className="divide-y border-t">
          {app.keys.map((key) => (
            <KeyRow
              key={key.id}
              of={key}
              zone={zone}
              onRotate={() => setOpen({ dialog: "rotate", key })}
              onRevoke={() => setOpen({ dialog: "revoke", key })}
            />
          ))}
        </ul>
      )}
      <Recent events={app.recent} zone={zone} />
      {open?.dialog === "app" ? <AppDialog app={app} actions={actions} onClose={close} /> : null}
      {open?.dialog === "key" ? <KeyDialog app={app} actions={actions} onMade={show} onClose={close} /> : null}
      {open?.dialog === "rotate" ? (
        <RotateDialog of={open.key} actions={actions} onMade={show} onClose={close} />
      ) : null}
      {open?.dialog === "revoke" ? (
        <FormDialog
          title={`Revoke ${open.key.name}?`}
          description="It is refused within a second, everywhere. This cannot be undone."
          button="Revoke key"
          destructive
          onSave={() => actions.revokeKey(open.key.id)}
          onDone={() => {
            toast.success(`${open.key.name} is revoked.`);
            close();
          }}
          onClose={close}
        >
          {null}
        </FormDialog>
      ) : null}
    </article>
  );
}

function Recent({ events, zone }: { events: IntegrationView["recent"]; zone: string }) {
  if (events.length === 0) return null;
  return (
    <div className="grid gap-1 border-t pt-3">
      <h3 className="text-muted-foreground text-sm">Posted lately</h3>
      <ul className="grid">
        {events.map(({ id, topic, status, at }) => (
          <li key={id} className="flex min-h-8 flex-wrap items-center gap-x-3 text-sm">
            <Link
              className="wrap-anywhere py-1 text-primary underline-offset-4 hover:underline"
              href={`/admin/activity/${id}`}
            >
              {topic}
            </Link>
            <span className="text-muted-foreground">
              {status} · <RelativeTime at={at} zone={zone} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
