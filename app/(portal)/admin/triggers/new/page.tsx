import type { Metadata } from "next";
import { TriggerForm } from "@/components/triggers/trigger-form";
import { BackLink } from "@/components/ui/back-link";
import { requireUser } from "@/lib/auth/context";
import { orNotFound } from "@/lib/http/or-not-found";
import { perform } from "@/lib/http/perform";
import { triggerChoices } from "@/lib/usecases/triggers/trigger-choices";
import { createTrigger, tryTrigger } from "../actions";

export const metadata: Metadata = { title: "New trigger" };

const actions = { save: createTrigger, tryOut: tryTrigger };

/** A trigger to write, and to try on what happened lately. */
export default async function NewTriggerPage() {
  const ctx = await requireUser();
  const choices = await orNotFound(perform(triggerChoices, ctx, {}));
  return (
    <div className="space-y-6">
      <div>
        <BackLink href="/admin/triggers">Triggers</BackLink>
        <h1 className="font-semibold text-xl">New trigger</h1>
      </div>
      <TriggerForm trigger={null} choices={choices} zone={ctx.actor.timeZone} actions={actions} />
    </div>
  );
}
