"use client";

import { useRouter } from "next/navigation";
import { useCallback } from "react";
import type { ChangeSchedule } from "@/components/schedule/actions";
import { noAnswer } from "@/components/ui/answer";
import { toast } from "@/components/ui/toast";
import { momentWords } from "@/lib/core/schedule-words";

/** Pauses until a moment, or resumes with null; says so, with the way back. */
export function usePause(change: ChangeSchedule, zone: string): (until: Date | null) => Promise<void> {
  const router = useRouter();
  return useCallback(
    async (until) => {
      const answer = await change({ pausedUntil: until?.toISOString() ?? null }).catch(noAnswer);
      if (!answer.ok) {
        toast.error(`Not saved. ${answer.detail}`, { id: MESSAGE });
        return;
      }
      const words = until ? `Paused until ${momentWords(until, new Date(), zone)}` : "Notifications resumed";
      toast.success(words, { id: MESSAGE });
      router.refresh();
    },
    [change, zone, router],
  );
}

const MESSAGE = "pause";
