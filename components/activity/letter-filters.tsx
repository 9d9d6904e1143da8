"use client";

import { Download } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ChangeEvent, useTransition } from "react";
import { REASON_LABELS } from "@/components/activity/delivery-words";
import {
  LETTER_CHANNELS,
  LETTER_REASONS,
  type LetterFilter,
  lettersAddress,
} from "@/components/activity/letter-filter";
import { Button } from "@/components/ui/button";
import { NativeSelect } from "@/components/ui/native-select";
import { CHANNEL_LABELS } from "@/lib/core/reason-words";

/** Which dead letters are shown, in the address; and the same as a file. */
export function LetterFilters({ filter }: { filter: LetterFilter }) {
  const router = useRouter();
  const [asking, startAsking] = useTransition();
  const set = (name: keyof LetterFilter) => ({
    value: filter[name] ?? "",
    onChange: ({ target }: ChangeEvent<HTMLSelectElement>) =>
      startAsking(() => router.replace(lettersAddress({ ...filter, [name]: target.value || undefined }))),
  });
  return (
    <search aria-label="Filter" aria-busy={asking} className="flex flex-wrap gap-2">
      <NativeSelect {...set("channel")} aria-label="Channel">
        <option value="">Any channel</option>
        {LETTER_CHANNELS.map((channel) => (
          <option key={channel} value={channel}>
            {CHANNEL_LABELS[channel]}
          </option>
        ))}
      </NativeSelect>
      <NativeSelect {...set("reason")} aria-label="Reason">
        <option value="">Any reason</option>
        {LETTER_REASONS.map((reason) => (
          <option key={reason} value={reason}>
            {REASON_LABELS[reason]}
          </option>
        ))}
      </NativeSelect>
      <Button asChild variant="outline" className="ml-auto">
        <a href={lettersAddress(filter, { of: "/export" })} download="dead-letters.json">
          <Download aria-hidden />
          Export
        </a>
      </Button>
    </search>
  );
}
