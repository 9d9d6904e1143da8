import type { Metadata } from "next";
import { Transfers } from "@/components/transfers/transfers";
import { requireUser } from "@/lib/auth/context";
import { orNotFound } from "@/lib/http/or-not-found";
import { perform } from "@/lib/http/perform";
import { readTransfers } from "@/lib/usecases/transfers/read-transfers";
import { saveLargeExport, startExport } from "./actions";

export const metadata: Metadata = { title: "Import and export" };

/** People in and out as files, and from how many rows on an export is reported (R82). */
export default async function ImportExportPage() {
  const ctx = await requireUser();
  const view = await orNotFound(perform(readTransfers, ctx, {}));
  return <Transfers view={view} zone={ctx.actor.timeZone} actions={{ startExport, saveLargeExport }} />;
}
