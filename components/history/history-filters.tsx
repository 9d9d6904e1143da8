import type { ChangeEvent } from "react";
import { ChannelChoice } from "@/components/activity/channel-choice";
import { type HistoryQuery, historyQuery } from "@/components/history/history-query";
import { REASON_CHOICES } from "@/components/history/reason-choices";
import { NativeSelect } from "@/components/ui/native-select";
import { CHANNELS } from "@/lib/core/channel";

/** The sections and topics that the person can ask about. */
export interface AboutChoice {
  key: string;
  name: string;
  topics: { key: string; name: string }[];
}

export interface HistoryFiltersProps {
  query: HistoryQuery;
  about: readonly AboutChoice[];
  onChange(query: HistoryQuery): void;
}

/** Four questions; each answer is in the address. */
export function HistoryFilters({ query, about, onChange }: HistoryFiltersProps) {
  const set = (name: keyof HistoryQuery) => ({
    name,
    value: query[name] ?? "",
    onChange: ({ target }: ChangeEvent<HTMLSelectElement>) =>
      onChange(historyQuery({ ...query, [name]: target.value })),
  });

  return (
    <search aria-label="Filter">
      <div className="grid grid-cols-2 gap-2 max-[22.5rem]:grid-cols-1 lg:grid-cols-4">
        <NativeSelect {...set("show")} aria-label="What came">
          <option value="all">Everything</option>
          <option value="reached">What reached me</option>
          <option value="missed">What did not reach me</option>
        </NativeSelect>
        <ChannelChoice {...set("channel")} channels={CHANNELS} />
        <NativeSelect {...set("about")} aria-label="Topic">
          <option value="">Any topic</option>
          {about.map((section) => (
            <optgroup key={section.key} label={section.name}>
              <option value={section.key}>All of {section.name}</option>
              {section.topics.map(({ key, name }) => (
                <option key={key} value={key}>
                  {name}
                </option>
              ))}
            </optgroup>
          ))}
        </NativeSelect>
        <NativeSelect {...set("reason")} aria-label="Reason">
          <option value="">Any reason</option>
          {REASON_CHOICES.map(({ reason, words }) => (
            <option key={reason} value={reason}>
              {words}
            </option>
          ))}
        </NativeSelect>
      </div>
    </search>
  );
}
