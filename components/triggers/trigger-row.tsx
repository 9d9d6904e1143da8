"use client";

import { Trash2 } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useOptimistic, useState, useTransition } from "react";
import { toast } from "sonner";
import type { TriggerListActions } from "@/components/triggers/actions";
import { faultOf, noAnswer } from "@/components/ui/answer";
import { Button } from "@/components/ui/button";
import { FormDialog } from "@/components/ui/form-dialog";
import { RelativeTime } from "@/components/ui/relative-time";
import { Switch } from "@/components/ui/switch";
import type { TriggerView } from "@/lib/core/trigger-view";

interface RowProps {
  trigger: TriggerView;
  zone: string;
  actions: TriggerListActions;
}

/** One trigger: what it does in a line, its switch, and how it goes. */
export function TriggerRow({ trigger, zone, actions }: RowProps) {
  const router = useRouter();
  const [deleting, setDeleting] = useState(false);
  const [, start] = useTransition();
  const [on, setOn] = useOptimistic(trigger.on);
  const { id, name, topicName, raisesName, condition, latestAt } = trigger;

  function flip(wanted: boolean) {
    start(async () => {
      setOn(wanted);
      const answer = await actions.switchOn(id, wanted).catch(noAnswer);
      if (!answer.ok) toast.error("Not switched", { description: faultOf(answer) });
      router.refresh();
    });
  }

  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b px-4 py-3 last:border-b-0">
      <div className="min-w-0 flex-1 basis-64">
        <Link
          href={`/admin/triggers/${id}`}
          prefetch={false}
          className="wrap-anywhere font-medium underline-offset-4 hover:underline"
        >
          <bdi>{name}</bdi>
        </Link>
        <p className="wrap-anywhere text-muted-foreground">
          {topicName} → {raisesName}
        </p>
        {condition ? <p className="wrap-anywhere font-mono text-muted-foreground text-xs">{condition}</p> : null}
        <p className="text-muted-foreground text-sm">
          {latestAt ? (
            <>
              Last met <RelativeTime at={latestAt} zone={zone} />
            </>
          ) : (
            "Never met yet"
          )}
        </p>
      </div>
      <Switch aria-label={name} checked={on} onCheckedChange={flip} />
      <Button variant="ghost" size="icon-sm" aria-label={`Delete ${name}`} onClick={() => setDeleting(true)}>
        <Trash2 aria-hidden />
      </Button>
      {deleting ? (
        <FormDialog
          title={`Delete ${name}?`}
          button="Delete trigger"
          destructive
          onSave={() => actions.remove(id)}
          onDone={() => {
            setDeleting(false);
            toast.success(`${name} is deleted`);
          }}
          onClose={() => setDeleting(false)}
        >
          <p>It raises nothing any more. What it raised stays, and says its name.</p>
        </FormDialog>
      ) : null}
    </li>
  );
}
