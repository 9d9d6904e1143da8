"use client";

import { useState } from "react";
import { type Answer, noAnswer } from "@/components/ui/answer";
import { Button } from "@/components/ui/button";

interface TryButtonProps<T> {
  /** Tells this button from the others. */
  to: string;
  work(): Promise<Answer<T>>;
  /** What came of it, in a sentence or two. */
  words(value: T): string;
}

/** Sends a test and says below what came of it. */
export function TryButton<T>({ to, work, words }: TryButtonProps<T>) {
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState("");

  async function send() {
    if (busy) return;
    setBusy(true);
    setSaid("");
    const answer = await work().catch(noAnswer);
    setBusy(false);
    setSaid(answer.ok ? words(answer.value) : answer.detail);
  }

  return (
    <>
      <Button size="sm" variant="outline" aria-disabled={busy} onClick={send}>
        {busy ? "Sending…" : "Send me a test"}
        <span className="sr-only"> by {to}</span>
      </Button>
      <p role="status" className="basis-full text-sm empty:hidden">
        {said}
      </p>
    </>
  );
}
