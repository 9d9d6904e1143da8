import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Defaults } from "@/components/defaults/defaults";
import { isAppError } from "@/lib/app-error";
import { requireUser } from "@/lib/auth/context";
import type { DefaultsView } from "@/lib/core/defaults-view";
import { perform } from "@/lib/http/perform";
import { listDefaults } from "@/lib/usecases/defaults/list-defaults";
import { defaultsActions } from "./actions-of";

export const metadata: Metadata = { title: "Defaults" };

/** What people get until they choose (R55). `?profile=` is the profile; the account's own defaults without it. */
export default async function DefaultsPage({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const ctx = await requireUser();
  const { profile } = await searchParams;
  const input = typeof profile === "string" ? { profile } : {};
  const view = await perform(listDefaults, ctx, input).catch(asNotFound);
  return <Defaults key={view.chosen.id} view={view} zone={ctx.actor.timeZone} actions={defaultsActions} />;
}

function asNotFound(error: unknown): DefaultsView {
  if (isAppError(error) && (error.code === "not_found" || error.code === "unprocessable")) notFound();
  throw error;
}
