import { Download } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { fileAddress, importAddress } from "@/components/transfers/actions";
import { JobProgress } from "@/components/transfers/job-progress";
import { importWords, rowWords, stoppedWords } from "@/components/transfers/words";
import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";
import type { ExportView, ImportView } from "@/lib/core/transfer";

export function ImportRow({ job, zone }: { job: ImportView; zone: string }) {
  const { id, fileName, state, rows, faulty, done, fault, createdAt } = job;
  const title = (
    <Link
      href={importAddress(id)}
      prefetch={false}
      className="wrap-anywhere font-medium underline-offset-4 hover:underline"
    >
      <bdi>{fileName}</bdi>
    </Link>
  );
  return (
    <Row title={title} kind="Import" at={createdAt} zone={zone}>
      {state === "running" ? <JobProgress label={`Import ${fileName}`} done={done} of={rows - faulty} /> : null}
      {state === "checked" ? <Words>Not started. {rowWords(rows - faulty)} can be brought in.</Words> : null}
      {state === "stopped" ? <Words>{stoppedWords(job)}</Words> : null}
      {state === "done" ? <Words>{importWords(job)}</Words> : null}
      {state === "failed" ? <Words failed>{fault}</Words> : null}
    </Row>
  );
}

export function ExportRow({ job, zone }: { job: ExportView; zone: string }) {
  const { id, fileName, state, total, rows, fault, createdAt } = job;
  const link = (
    <Button asChild variant="outline" size="sm">
      <a href={fileAddress(id)} download={fileName} aria-label={`Download ${fileName}`}>
        <Download aria-hidden />
        Download
      </a>
    </Button>
  );
  return (
    <Row
      title={<span className="wrap-anywhere font-medium">{fileName}</span>}
      kind="Export"
      at={createdAt}
      zone={zone}
      act={state === "ready" ? link : null}
    >
      {state === "running" ? <JobProgress label={`Export ${fileName}`} done={rows} of={total} /> : null}
      {state === "ready" ? <Words>{rowWords(rows)}</Words> : null}
      {state === "gone" ? <Words>{fault ?? "Its week is over, and the file is gone."}</Words> : null}
      {state === "failed" ? <Words failed>{fault}</Words> : null}
    </Row>
  );
}

function Row({
  title,
  kind,
  at,
  zone,
  act,
  children,
}: {
  title: ReactNode;
  kind: string;
  at: string;
  zone: string;
  act?: ReactNode;
  children: ReactNode;
}) {
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b px-4 py-2.5 last:border-b-0">
      <div className="min-w-52 flex-1">
        <p>{title}</p>
        <p className="text-muted-foreground text-sm">
          {kind} · <RelativeTime at={at} zone={zone} />
        </p>
      </div>
      <div className="min-w-52 flex-1">{children}</div>
      {act}
    </li>
  );
}

function Words({ failed, children }: { failed?: boolean; children: ReactNode }) {
  return <p className={failed ? "text-destructive text-sm" : "figures text-muted-foreground text-sm"}>{children}</p>;
}
