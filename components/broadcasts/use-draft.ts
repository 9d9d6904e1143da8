"use client";

import { useEffect, useState } from "react";
import { type Draft, newDraft } from "@/components/broadcasts/draft";
import { storeDraft, storedDraft } from "@/components/broadcasts/draft-store";

/** What is being written. Kept for this tab, so that a reload or a look elsewhere loses nothing (U22). */
export function useDraft(zone: string, everyone: boolean) {
  const [draft, setDraft] = useState<Draft>(() => newDraft(zone, everyone));
  const [loaded, setLoaded] = useState(false);

  useEffect(() => {
    setDraft((fresh) => ({ ...fresh, ...storedDraft(), ...(everyone ? {} : { everyone }) }));
    setLoaded(true);
  }, [everyone]);

  useEffect(() => {
    if (loaded) storeDraft(draft);
  }, [draft, loaded]);

  return { draft, loaded, change: (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part })) };
}
