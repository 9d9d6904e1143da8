import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Integrations } from "@/components/integrations/integrations";
import { requireUser } from "@/lib/auth/context";
import { hasRole } from "@/lib/core/role";
import { perform } from "@/lib/http/perform";
import { listIntegrations } from "@/lib/usecases/access/list-integrations";
import { changeApp, createApp, createKey, revokeKey, rotateKey } from "./actions";

export const metadata: Metadata = { title: "Apps" };

/** What may post here. For super admins; to everybody else it does not exist. */
export default async function AppsPage() {
  const ctx = await requireUser();
  if (!hasRole(ctx.actor.role, "super_admin")) notFound();
  const apps = await perform(listIntegrations, ctx, {});
  const actions = { createApp, changeApp, createKey, rotateKey, revokeKey };
  return <Integrations apps={apps} zone={ctx.actor.timeZone} actions={actions} />;
}
