"use client";

import { Search } from "lucide-react";
import type { Ref } from "react";
import { Input } from "@/components/ui/input";

export interface TopicSearchProps {
  value: string;
  input: Ref<HTMLInputElement>;
  onChange(text: string): void;
}

/** The search over the topics, at the top right of the list (R49). */
export function TopicSearch({ value, input, onChange }: TopicSearchProps) {
  return (
    <div className="relative w-full sm:w-64">
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-muted-foreground"
      />
      <Input
        ref={input}
        type="search"
        name="topics"
        aria-label="Search topics"
        placeholder="Search topics"
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={({ target }) => onChange(target.value)}
        className="pl-9"
      />
    </div>
  );
}
