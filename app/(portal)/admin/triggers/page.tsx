import type { Metadata } from "next";
import { Triggers } from "@/components/triggers/triggers";
import { requireUser } from "@/lib/auth/context";
import { orNotFound } from "@/lib/http/or-not-found";
import { perform } from "@/lib/http/perform";
import { listTriggers } from "@/lib/usecases/triggers/read-triggers";
import { deleteTrigger, switchTrigger } from "./actions";

export const metadata: Metadata = { title: "Triggers" };

const actions = { switchOn: switchTrigger, remove: deleteTrigger };

/** The rules by which one event raises another, each with its switch. */
export default async function TriggersPage() {
  const ctx = await requireUser();
  const triggers = await orNotFound(perform(listTriggers, ctx, {}));
  return <Triggers triggers={triggers} zone={ctx.actor.timeZone} actions={actions} />;
}
