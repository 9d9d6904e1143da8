"use client";

import { useRouter } from "next/navigation";
import { type ChangeEvent, useOptimistic, useTransition } from "react";
import { type AuditQuery, auditAddress, NOUNS } from "@/components/audit/audit-query";
import { cn } from "@/components/ui/cn";
import { DayField, DayRange } from "@/components/ui/day-field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";

/** By whom, what, to whom, when; each answer is in the address. */
export function AuditFilters({ query }: { query: AuditQuery }) {
  const router = useRouter();
  const [asking, startAsking] = useTransition();
  const [asked, setAsked] = useOptimistic(query);
  function ask(name: keyof AuditQuery, value: string) {
    const wanted = { ...asked, [name]: value.trim() || undefined };
    startAsking(() => {
      setAsked(wanted);
      router.replace(auditAddress(wanted), { scroll: false });
    });
  }
  const chosen = (name: keyof AuditQuery) => ({
    value: asked[name] ?? "",
    onChange: ({ target }: ChangeEvent<HTMLSelectElement | HTMLInputElement>) => ask(name, target.value),
  });
  const typed = (name: "actor" | "target") => (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        ask(name, String(new FormData(event.currentTarget).get(name) ?? ""));
      }}
    >
      <Input
        type="search"
        name={name}
        key={query[name]}
        defaultValue={query[name]}
        aria-label={name === "actor" ? "By whom" : "To what"}
        placeholder={name === "actor" ? "By: a person's or key's id" : "To: an id"}
        onBlur={({ target }) => target.value.trim() !== (asked[name] ?? "") && ask(name, target.value)}
      />
    </form>
  );
  return (
    <search
      aria-label="Filter"
      aria-busy={asking}
      className={cn(
        "grid grid-cols-2 gap-2 transition-opacity max-[22.5rem]:grid-cols-1 lg:grid-cols-5",
        asking && "opacity-60",
      )}
    >
      {typed("actor")}
      {typed("target")}
      <NativeSelect {...chosen("action")} aria-label="What was done">
        <option value="">Any act</option>
        {Object.entries(NOUNS).map(([noun, words]) => (
          <option key={noun} value={noun}>
            {words}
          </option>
        ))}
      </NativeSelect>
      <DayRange>
        <DayField label="From" {...chosen("from")} />
        <DayField label="To" {...chosen("to")} />
      </DayRange>
    </search>
  );
}
