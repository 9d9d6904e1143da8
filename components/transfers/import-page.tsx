"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { type ImportActions, TRANSFERS } from "@/components/transfers/actions";
import { FaultyRows } from "@/components/transfers/faulty-rows";
import { JobProgress } from "@/components/transfers/job-progress";
import { StopImport } from "@/components/transfers/stop-import";
import { useRefreshWhile } from "@/components/transfers/use-refresh-while";
import { importWords, rowWords, stoppedWords } from "@/components/transfers/words";
import { type Answer, faultOf, noAnswer } from "@/components/ui/answer";
import { BackLink } from "@/components/ui/back-link";
import { Button } from "@/components/ui/button";
import { Part } from "@/components/ui/part";
import type { Page } from "@/components/ui/use-pages";
import type { FaultyRow, ImportView } from "@/lib/core/transfer";

/** One import: what it would do, then how far it is, then what became of it. */
export function ImportPage({
  view,
  faults,
  actions,
}: {
  view: ImportView;
  faults: Page<FaultyRow>;
  actions: ImportActions;
}) {
  const { fileName, state, rows, faulty, done, refused, fault } = view;
  useRefreshWhile(state === "running");
  return (
    <div className="space-y-6">
      <div>
        <BackLink href={TRANSFERS}>Import and export</BackLink>
        <h1 className="wrap-anywhere font-semibold text-xl">
          <bdi>{fileName}</bdi>
        </h1>
        <p role="status" className="figures text-muted-foreground">
          {state === "checked" ? "Nothing is changed yet." : null}
          {state === "running" ? "It goes on if you leave this page." : null}
          {state === "stopped" ? stoppedWords(view) : null}
          {state === "done" ? `Finished: ${importWords(view)}.` : null}
        </p>
      </div>
      {state === "checked" ? <Preview view={view} actions={actions} /> : null}
      {state === "running" ? (
        <div className="grid gap-3">
          <JobProgress label={`Import ${fileName}`} done={done} of={rows - faulty} />
          <StopImport fileName={fileName} onStop={actions.stop} />
        </div>
      ) : null}
      {state === "failed" ? (
        <p role="alert" className="max-w-prose text-destructive">
          {fault} Until then: {importWords(view)}.
        </p>
      ) : null}
      {faulty + refused > 0 ? (
        <Part title={`${rowWords(faulty + refused)} ${state === "checked" ? "will stay out" : "stayed out"}`}>
          <FaultyRows key={faulty + refused} first={faults} load={actions.moreFaults} />
        </Part>
      ) : null}
    </div>
  );
}

function Preview({ view: { rows, faulty, fresh }, actions }: { view: ImportView; actions: ImportActions }) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const good = rows - faulty;

  async function act(work: () => Promise<Answer>, done: () => void) {
    if (busy) return;
    setBusy(true);
    const answer = await work().catch(noAnswer);
    setBusy(false);
    if (answer.ok) done();
    else toast.error("That did not work", { description: faultOf(answer) });
  }

  return (
    <div className="grid gap-4">
      <dl className="figures grid max-w-xl grid-cols-3 divide-x rounded-xl border bg-card">
        <Count name="New people" count={fresh} />
        <Count name="Known already" count={good - fresh} />
        <Count name="With faults" count={faulty} />
      </dl>
      <div className="flex flex-wrap gap-2">
        {good > 0 ? (
          <Button aria-disabled={busy} onClick={() => act(actions.start, () => router.refresh())}>
            Import {rowWords(good)}
          </Button>
        ) : null}
        <Button
          variant="outline"
          aria-disabled={busy}
          onClick={() => act(actions.discard, () => router.push(TRANSFERS))}
        >
          {good > 0 ? "Do not import" : "Choose another file"}
        </Button>
      </div>
    </div>
  );
}

function Count({ name, count }: { name: string; count: number }) {
  return (
    <div className="px-4 py-3">
      <dt className="text-muted-foreground text-sm">{name}</dt>
      <dd className="font-semibold text-lg">{count.toLocaleString("en")}</dd>
    </div>
  );
}
