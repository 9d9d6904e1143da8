"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import type { Note } from "@/components/preferences/listed";
import type { PauseProps } from "@/components/schedule/pause";
import { noAnswer } from "@/components/ui/answer";
import type { ScheduleView } from "@/lib/core/schedule-view";

type Part = "email" | "quietHours" | "whileActive";

/** One part of a person's schedule: shown as chosen at once, as it was when refused, and as another tab changed it. */
export function useScheduled<P extends Part>(part: P, { schedule, change }: Pick<PauseProps, "schedule" | "change">) {
  const router = useRouter();
  const [chosen, setChosen] = useState<ScheduleView[P] | null>(null);
  const [note, setNote] = useState<Note>();
  const saving = useRef(0);
  const stored = schedule[part];
  const said = JSON.stringify(stored);

  // biome-ignore lint/correctness/useExhaustiveDependencies: it is news that takes the place of what was chosen here
  useEffect(() => {
    if (saving.current === 0) setChosen(null);
  }, [said]);

  async function save(wanted: ScheduleView[P]) {
    setChosen(wanted);
    saving.current++;
    const answer = await change({ [part]: wanted }).catch(noAnswer);
    saving.current--;
    if (answer.ok) {
      setNote({ kind: "saved", turn: Date.now() });
      router.refresh();
    } else {
      setChosen(null);
      setNote({ kind: "failed", detail: answer.detail });
    }
  }

  /** Shows what cannot be saved, and why. */
  function object(wanted: ScheduleView[P], detail: string) {
    setChosen(wanted);
    setNote({ kind: "failed", detail });
  }

  return { value: chosen ?? stored, note, save, object };
}
