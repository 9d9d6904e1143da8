"use client";

import { useEffect, useState } from "react";
import type { DefaultsActions } from "@/components/defaults/actions";
import type { Draft } from "@/components/defaults/draft";
import { noAnswer } from "@/components/ui/answer";
import type { ComparisonView } from "@/lib/core/defaults-view";

/** How long somebody must have stopped ticking before it is counted again; milliseconds. */
const QUIET = 250;

export type Counts =
  | { state: "none" }
  | { state: "counting" }
  | { state: "counted"; comparison: ComparisonView }
  | { state: "failed"; detail: string };

/** Whom the draft would concern, counted anew after each change of it (U25). */
export function useCounts(
  preview: DefaultsActions["preview"],
  profile: string,
  draft: Draft,
  everyone: boolean,
): Counts {
  const [counts, setCounts] = useState<Counts>({ state: "none" });
  useEffect(() => {
    if (draft.size === 0) return setCounts({ state: "none" });
    let current = true;
    setCounts((now) => (now.state === "counted" ? now : { state: "counting" }));
    const timer = setTimeout(async () => {
      const answer = await preview({ profile, changes: [...draft.values()], everyone }).catch(noAnswer);
      if (!current) return;
      setCounts(
        answer.ok ? { state: "counted", comparison: answer.value } : { state: "failed", detail: answer.detail },
      );
    }, QUIET);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [preview, profile, draft, everyone]);
  return counts;
}
