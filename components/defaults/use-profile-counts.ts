"use client";

import { useEffect, useState } from "react";
import type { DefaultsActions, ProfileChange } from "@/components/defaults/actions";
import { whom } from "@/components/defaults/words";
import { noAnswer } from "@/components/ui/answer";

const QUIET = 200;

/** Whom a change of a profile itself would concern, as a sentence; null while it is counted. */
export function useProfileCounts(preview: DefaultsActions["previewProfiles"], change: ProfileChange | null) {
  const [words, setWords] = useState<string | null>(null);
  const asked = JSON.stringify(change);
  useEffect(() => {
    const wanted: ProfileChange | null = JSON.parse(asked);
    if (wanted === null) return setWords("");
    let current = true;
    setWords(null);
    const timer = setTimeout(async () => {
      const answer = await preview(wanted).catch(noAnswer);
      if (!current) return;
      setWords(answer.ok ? `It changes what ${whom(answer.value.changed)}.` : `Not counted: ${answer.detail}`);
    }, QUIET);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [preview, asked]);
  return words;
}
