"use client";

import { FileDown } from "lucide-react";
import { useRouter } from "next/navigation";
import { toast } from "sonner";
import type { TransfersActions } from "@/components/transfers/actions";
import { ExportRow, ImportRow } from "@/components/transfers/job-row";
import { LargeExport } from "@/components/transfers/large-export";
import { Upload } from "@/components/transfers/upload";
import { useRefreshWhile } from "@/components/transfers/use-refresh-while";
import { faultOf, noAnswer } from "@/components/ui/answer";
import { Button } from "@/components/ui/button";
import { NothingHere } from "@/components/ui/nothing-here";
import { Part } from "@/components/ui/part";
import type { TransfersView } from "@/lib/core/transfer";

/** People in and out as files; what moves goes on without the page. */
export function Transfers({ view, zone, actions }: { view: TransfersView; zone: string; actions: TransfersActions }) {
  const router = useRouter();
  const jobs = [...view.imports, ...view.exports];
  useRefreshWhile(jobs.some(({ state }) => state === "running"));

  async function exportAll() {
    const answer = await actions.startExport({}).catch(noAnswer);
    if (answer.ok) router.refresh();
    else toast.error("Not started", { description: faultOf(answer) });
  }

  return (
    <div className="space-y-8">
      <div>
        <h1 className="font-semibold text-xl">Import and export</h1>
        <p className="max-w-prose text-muted-foreground">
          People as CSV files. You can leave this page: a notification in your Downloads says when it is done.
        </p>
      </div>
      <Part title="Import people">
        <Upload />
      </Part>
      <Part title="Export people">
        <p className="mb-2 max-w-prose text-muted-foreground text-sm">
          Everybody, in the columns that an import takes. To export some, filter the list of people and choose Export
          there. A file is kept for a week, and goes sooner when somebody is erased.
        </p>
        <Button variant="outline" onClick={exportAll}>
          <FileDown aria-hidden />
          Export everybody
        </Button>
      </Part>
      <Part title="Yours lately">
        {jobs.length === 0 ? (
          <NothingHere Icon={FileDown} title="Nothing yet">
            What you import and export appears here, with how far it is.
          </NothingHere>
        ) : (
          <ul aria-label="Imports and exports" className="overflow-hidden rounded-xl border bg-card">
            {view.imports.map((one) => (
              <ImportRow key={one.id} job={one} zone={zone} />
            ))}
            {view.exports.map((one) => (
              <ExportRow key={one.id} job={one} zone={zone} />
            ))}
          </ul>
        )}
      </Part>
      <Part title="Large exports">
        <LargeExport rows={view.largeExportRows} onSave={actions.saveLargeExport} />
      </Part>
    </div>
  );
}
