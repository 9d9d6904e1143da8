"use client";

import { Bell, CircleAlert, Download, Plug, WifiOff } from "lucide-react";
import { useEffect, useState } from "react";
import { Alert, AlertDescription, AlertTitle } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import type { BellTab } from "@/lib/core/feed-item";

const EMPTY = {
  all: { Icon: Bell, title: "Nothing new", words: "You will hear when a deal of yours moves." },
  downloads: { Icon: Download, title: "No downloads", words: "Exports you ask for wait here until you fetch them." },
  apps: { Icon: Plug, title: "No messages from apps", words: "Apps say here when an import or a sync has ended." },
};

/** What will appear in a tab that has nothing yet (U11). */
export function Empty({ tab }: { tab: BellTab }) {
  const { Icon, title, words } = EMPTY[tab];
  return (
    <div className="flex h-full min-h-56 flex-col items-center justify-center gap-1 px-8 text-center">
      <span className="mb-2 flex size-11 items-center justify-center rounded-full bg-muted">
        <Icon aria-hidden className="size-5 text-muted-foreground" />
      </span>
      <p className="font-medium">{title}</p>
      <p className="max-w-64 text-balance text-muted-foreground">{words}</p>
    </div>
  );
}

/** Rows of the size of what will come, after 300 ms: what comes sooner needs no sign. */
export function Loading() {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div aria-busy="true">
      <span role="status" className="sr-only">
        Loading
      </span>
      {late ? ["a", "b", "c", "d", "e"].map((row) => <LoadingRow key={row} />) : null}
    </div>
  );
}

function LoadingRow() {
  return (
    <div className="flex gap-3 border-b px-4 py-3">
      <Skeleton className="ml-3 size-8 rounded-full" />
      <div className="flex-1 space-y-2 py-0.5">
        <Skeleton className="h-4 w-4/5" />
        <Skeleton className="h-3.5 w-3/5" />
        <Skeleton className="h-3 w-2/5" />
      </div>
    </div>
  );
}

/** Why nothing could be loaded, and the one thing to do. */
export function Failure({ detail, onRetry }: { detail: string; onRetry(): void }) {
  return (
    <div className="p-4">
      <Alert variant="destructive">
        <CircleAlert aria-hidden />
        <AlertTitle>Your notifications could not be loaded</AlertTitle>
        <AlertDescription>
          <p>{detail}</p>
          <Button variant="outline" size="sm" className="text-foreground" onClick={onRetry}>
            Try again
          </Button>
        </AlertDescription>
      </Alert>
    </div>
  );
}

/** One line above what was there before the connection went. */
export function Stale({ words }: { words: string }) {
  return (
    <p role="status" className="flex items-center gap-2 border-b bg-muted px-4 py-2 text-muted-foreground text-sm">
      <WifiOff aria-hidden className="size-4 shrink-0" />
      {words}
    </p>
  );
}
