"use client";

import { useRouter } from "next/navigation";
import { type ChangeEvent, useOptimistic, useTransition } from "react";
import { type ActivityQuery, activityAddress, DELIVERY_STATES } from "@/components/activity/activity-query";
import { ChannelChoice } from "@/components/activity/channel-choice";
import { STATUS_CHOICES } from "@/components/activity/status-words";
import { cn } from "@/components/ui/cn";
import { DayField, DayRange } from "@/components/ui/day-field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { OUTCOME } from "@/components/why/outcome-sign";
import { CHANNELS } from "@/lib/core/channel";

export interface ActivityFiltersProps {
  /** The page: events or deliveries. */
  path: string;
  query: ActivityQuery;
  topics: readonly { key: string; name: string }[];
  /** What was searched for and not found. */
  missed?: string;
}

/** One search line, and the filters; each answer is in the address. */
export function ActivityFilters({ path, query, topics, missed }: ActivityFiltersProps) {
  const router = useRouter();
  const [asking, startAsking] = useTransition();
  const [asked, setAsked] = useOptimistic(query);
  const isOfDeliveries = path.endsWith("/deliveries");
  const set = (name: keyof ActivityQuery) => ({
    name,
    value: asked[name] ?? "",
    onChange: ({ target }: ChangeEvent<HTMLSelectElement | HTMLInputElement>) => {
      const wanted = { ...asked, [name]: target.value || undefined };
      startAsking(() => {
        setAsked(wanted);
        router.replace(activityAddress(path, wanted), { scroll: false });
      });
    },
  });
  return (
    <search
      aria-label="Filter"
      aria-busy={asking}
      className={cn("space-y-2 transition-opacity", asking && "opacity-60")}
    >
      <form action={path}>
        <Input
          type="search"
          name="q"
          defaultValue={missed}
          // What was typed there led nowhere.
          autoFocus={missed !== undefined}
          aria-label="Find an event or a person"
          aria-describedby={missed ? "missed" : undefined}
          placeholder="An event's id, a person's id or address"
        />
      </form>
      {missed ? (
        <p id="missed" role="status" className="wrap-anywhere text-muted-foreground">
          Nothing and nobody goes by “{missed}”.
        </p>
      ) : null}
      <div
        className={cn(
          "grid grid-cols-2 gap-2 max-[22.5rem]:grid-cols-1",
          isOfDeliveries ? "lg:grid-cols-5" : "lg:grid-cols-4",
        )}
      >
        <NativeSelect {...set("topic")} aria-label="Topic">
          <option value="">Any topic</option>
          {topics.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </NativeSelect>
        {isOfDeliveries ? <DeliveryChoices set={set} /> : <StatusChoice {...set("status")} />}
        <DayRange>
          <DayField label="From" {...set("from")} />
          <DayField label="To" {...set("to")} />
        </DayRange>
      </div>
    </search>
  );
}

type Set = (name: keyof ActivityQuery) => Parameters<typeof NativeSelect>[0];

function StatusChoice(props: ReturnType<Set>) {
  return (
    <NativeSelect {...props} aria-label="Status">
      <option value="">Any status</option>
      {Object.entries(STATUS_CHOICES).map(([status, words]) => (
        <option key={status} value={status}>
          {words}
        </option>
      ))}
    </NativeSelect>
  );
}

function DeliveryChoices({ set }: { set: Set }) {
  return (
    <>
      <ChannelChoice {...set("channel")} channels={CHANNELS} />
      <NativeSelect {...set("state")} aria-label="State">
        <option value="">Any state</option>
        {DELIVERY_STATES.map((state) => (
          <option key={state} value={state}>
            {OUTCOME[state].word}
          </option>
        ))}
      </NativeSelect>
    </>
  );
}
