import type { Metadata } from "next";
import { Health } from "@/components/health/health";
import { requireUser } from "@/lib/auth/context";
import { processFacts } from "@/lib/health/process-facts";
import { orNotFound } from "@/lib/http/or-not-found";
import { perform } from "@/lib/http/perform";
import { runtime } from "@/lib/runtime";
import { readHealth } from "@/lib/usecases/health/read-health";

export const metadata: Metadata = { title: "Health" };

/** Queues, workers, providers, disk and version. */
export default async function HealthPage() {
  const ctx = await requireUser();
  const view = await orNotFound(perform(readHealth, ctx, {}));
  return <Health view={view} process={await processFacts(runtime())} zone={ctx.actor.timeZone} />;
}
