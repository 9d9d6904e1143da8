"use client";

import { useEffect, useState } from "react";
import type { ComposeActions } from "@/components/broadcasts/actions";
import { noAnswer } from "@/components/ui/answer";
import type { ReachRequest } from "@/lib/core/broadcast-input";
import type { BroadcastPreview } from "@/lib/core/broadcast-preview";

/** How long somebody must have stopped writing before it is asked again; milliseconds. */
const QUIET = 400;

/**
 * What the server makes of the words, and who would get them; asked anew after each change. `isCurrent`: the answer is
 * about what is asked now, not about what was a moment ago.
 */
export function usePreview(ask: ComposeActions["preview"], reach: ReachRequest) {
  const [preview, setPreview] = useState<BroadcastPreview | null>(null);
  const [about, setAbout] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const wanted = JSON.stringify(reach);
  useEffect(() => {
    let left = false;
    const timer = setTimeout(async () => {
      const answer = await ask(JSON.parse(wanted)).catch(noAnswer);
      if (left) return;
      setFault(answer.ok ? null : answer.detail);
      if (!answer.ok) return;
      setPreview(answer.value);
      setAbout(wanted);
    }, QUIET);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [ask, wanted]);
  return { preview, fault, isCurrent: about === wanted };
}
