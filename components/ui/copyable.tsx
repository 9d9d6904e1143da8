"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";

/** A piece of text to take along, such as a command. `label` says what it is. */
export function Copyable({ text, label }: { text: string; label: string }) {
  const [said, setSaid] = useState<"copied" | "failed" | null>(null);

  useEffect(() => {
    if (said === null) return;
    const soon = setTimeout(() => setSaid(null), 4000);
    return () => clearTimeout(soon);
  }, [said]);

  async function copy() {
    // Without https there is no clipboard, but for the machine itself.
    const done = navigator.clipboard?.writeText(text) ?? Promise.reject();
    setSaid(await done.then(() => "copied" as const).catch(() => "failed" as const));
  }

  return (
    <div className="relative min-w-0 rounded-lg border bg-muted/50">
      <pre className="wrap-anywhere whitespace-pre-wrap p-3 pr-12 font-mono text-sm leading-relaxed">{text}</pre>
      <Button
        variant="ghost"
        size="icon-sm"
        className="absolute top-1.5 right-1.5 bg-card"
        aria-label={`Copy ${label}`}
        onClick={copy}
      >
        {said === "copied" ? <Check aria-hidden /> : <Copy aria-hidden />}
      </Button>
      <p role="status" className="px-3 text-muted-foreground text-sm [&:not(:empty)]:pb-2">
        {said === "copied" ? "Copied." : said && "Your browser did not copy it: select it and copy it by hand."}
      </p>
    </div>
  );
}
