"use client";

import { Plus, Zap } from "lucide-react";
import Link from "next/link";
import type { TriggerListActions } from "@/components/triggers/actions";
import { TriggerRow } from "@/components/triggers/trigger-row";
import { Button } from "@/components/ui/button";
import { NothingHere, Way } from "@/components/ui/nothing-here";
import type { TriggerView } from "@/lib/core/trigger-view";

interface TriggersProps {
  triggers: readonly TriggerView[];
  zone: string;
  actions: TriggerListActions;
}

/** The company's rules: on one topic, if something holds, another is raised (R85). */
export function Triggers({ triggers, zone, actions }: TriggersProps) {
  return (
    <div className="space-y-5">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div>
          <h1 className="font-semibold text-xl">Triggers</h1>
          <p className="max-w-prose text-muted-foreground">On one topic, if something holds, raise another.</p>
        </div>
        <Button asChild>
          <Link href="/admin/triggers/new">
            <Plus aria-hidden /> New trigger
          </Link>
        </Button>
      </div>
      {triggers.length === 0 ? (
        <NothingHere
          Icon={Zap}
          title="No triggers yet"
          action={<Way href="/admin/triggers/new">Make the first trigger</Way>}
        >
          Make one to tell somebody of what is rare: a deal of a million, an import that failed at night.
        </NothingHere>
      ) : (
        <ul aria-label="Triggers" className="overflow-hidden rounded-xl border bg-card">
          {triggers.map((trigger) => (
            <TriggerRow key={trigger.id} trigger={trigger} zone={zone} actions={actions} />
          ))}
        </ul>
      )}
    </div>
  );
}
