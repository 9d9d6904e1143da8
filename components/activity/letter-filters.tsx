"use client";

import { Download } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ChangeEvent, useOptimistic, useTransition } from "react";
import { ChannelChoice } from "@/components/activity/channel-choice";
import { REASON_LABELS } from "@/components/activity/delivery-words";
import {
  LETTER_CHANNELS,
  LETTER_REASONS,
  type LetterFilter,
  lettersAddress,
} from "@/components/activity/letter-filter";
import { Button } from "@/components/ui/button";
import { NativeSelect } from "@/components/ui/native-select";

/** Which dead letters are shown, in the address; and the same as a file. */
export function LetterFilters({ filter }: { filter: LetterFilter }) {
  const router = useRouter();
  const [asking, startAsking] = useTransition();
  const [asked, setAsked] = useOptimistic(filter);
  const set = (name: keyof LetterFilter) => ({
    value: asked[name] ?? "",
    onChange: ({ target }: ChangeEvent<HTMLSelectElement>) => {
      const wanted = { ...asked, [name]: target.value || undefined };
      startAsking(() => {
        setAsked(wanted);
        router.replace(lettersAddress(wanted));
      });
    },
  });
  return (
    <search aria-label="Filter" aria-busy={asking} className="flex flex-wrap gap-2">
      <ChannelChoice {...set("channel")} channels={LETTER_CHANNELS} />
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
