import type { Metadata } from "next";
import { TriggerForm } from "@/components/triggers/trigger-form";
import { BackLink } from "@/components/ui/back-link";
import { requireUser } from "@/lib/auth/context";
import { orNotFound } from "@/lib/http/or-not-found";
import { perform } from "@/lib/http/perform";
import { readTrigger } from "@/lib/usecases/triggers/read-triggers";
import { triggerChoices } from "@/lib/usecases/triggers/trigger-choices";
import { changeTrigger, tryTrigger } from "../actions";

export const metadata: Metadata = { title: "Trigger" };

/** A trigger to change, and to try on what happened lately. */
export default async function OneTriggerPage({ params }: PageProps<"/admin/triggers/[id]">) {
  const ctx = await requireUser();
  const { id } = await params;
  const [trigger, choices] = await orNotFound(
    Promise.all([perform(readTrigger, ctx, { id }), perform(triggerChoices, ctx, {})]),
  );
  const actions = { save: changeTrigger.bind(null, id), tryOut: tryTrigger };
  return (
    <div className="space-y-6">
      <div>
        <BackLink href="/admin/triggers">Triggers</BackLink>
        <h1 className="wrap-anywhere font-semibold text-xl">{trigger.name}</h1>
      </div>
      <TriggerForm key={id} trigger={trigger} choices={choices} zone={ctx.actor.timeZone} actions={actions} />
    </div>
  );
}
