"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";

/** A secret that its owner sees this once; nobody can show it again. */
export function SecretOnce({ secret, onDone }: { secret: string; onDone(): void }) {
  const [copied, setCopied] = useState<string | null>(null);

  async function copy() {
    const done = await navigator.clipboard.writeText(secret).then(
      () => "Copied.",
      () => "Your browser did not copy it: select it and copy it by hand.",
    );
    setCopied(done);
  }

  return (
    <section aria-label="Signing secret" className="grid w-full max-w-140 gap-2 rounded-lg border bg-muted/50 p-3">
      <p className="text-sm">Keep this secret where your receiver verifies what comes. It is shown this once.</p>
      <code className="wrap-anywhere select-all rounded-md border bg-card px-2 py-1.5 font-mono text-sm">{secret}</code>
      <div className="flex flex-wrap items-center gap-2">
        <Button variant="outline" size="sm" onClick={copy}>
          Copy
        </Button>
        <Button variant="ghost" size="sm" onClick={onDone}>
          I have kept it
        </Button>
        <span role="status" className="text-muted-foreground text-sm">
          {copied}
        </span>
      </div>
    </section>
  );
}
