import type { Metadata } from "next";
import { ImportPage } from "@/components/transfers/import-page";
import { requireUser } from "@/lib/auth/context";
import { orNotFound } from "@/lib/http/or-not-found";
import { perform } from "@/lib/http/perform";
import { listImportFaults, readImport } from "@/lib/usecases/transfers/read-transfers";
import { discardImport, loadMoreFaults, startImport, stopImport } from "../../actions";

export const metadata: Metadata = { title: "Import" };

/** One import, for who made it: what would happen, how far it is, what became of it. */
export default async function OneImportPage({ params }: PageProps<"/admin/import-export/imports/[id]">) {
  const ctx = await requireUser();
  const { id } = await params;
  const [view, faults] = await orNotFound(
    Promise.all([perform(readImport, ctx, { id }), perform(listImportFaults, ctx, { id })]),
  );
  const actions = {
    start: startImport.bind(null, id),
    discard: discardImport.bind(null, id),
    stop: stopImport.bind(null, id),
    moreFaults: loadMoreFaults.bind(null, id),
  };
  return <ImportPage view={view} faults={faults} actions={actions} />;
}
