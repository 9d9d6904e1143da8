"use client";

import { useState } from "react";
import type { Answer } from "@/components/bell/actions";
import { OFFLINE } from "@/components/ui/answer";
import { Button } from "@/components/ui/button";

/** Sends a test and says below what came of it. `to` tells this button from the others. */
export function TryButton({ to, work }: { to: string; work(): Promise<Answer<{ words: string }>> }) {
  const [busy, setBusy] = useState(false);
  const [words, setWords] = useState("");

  async function send() {
    if (busy) return;
    setBusy(true);
    setWords("");
    const answer = await work().catch(() => OFFLINE);
    setBusy(false);
    setWords(answer.ok ? answer.words : answer.detail);
  }

  return (
    <>
      <Button size="sm" variant="outline" aria-disabled={busy} onClick={send}>
        {busy ? "Sending…" : "Send me a test"}
        <span className="sr-only"> by {to}</span>
      </Button>
      <p role="status" className="basis-full text-sm empty:hidden">
        {words}
      </p>
    </>
  );
}
