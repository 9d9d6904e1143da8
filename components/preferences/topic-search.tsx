"use client";

import type { Ref } from "react";
import { SearchField } from "@/components/ui/search-field";

export interface TopicSearchProps {
  value: string;
  input: Ref<HTMLInputElement>;
  onChange(text: string): void;
}

/** The search over the topics, at the top right of the list (R49). */
export function TopicSearch({ value, input, onChange }: TopicSearchProps) {
  return (
    <SearchField
      ref={input}
      name="topics"
      label="Search topics"
      value={value}
      onChange={onChange}
      className="w-full sm:w-64"
    />
  );
}
