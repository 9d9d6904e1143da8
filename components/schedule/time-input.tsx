"use client";

import { useState } from "react";
import { Input } from "@/components/ui/input";

interface TimeInputProps {
  label: string;
  /** As in `08:00`. */
  value: string;
  onSave(time: string): void;
}

/** A time of the day. It is saved when it is left, so that no half-typed one is. */
export function TimeInput({ label, value, onSave }: TimeInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Input
      type="time"
      autoComplete="off"
      aria-label={label}
      value={typed ?? value}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={() => {
        if (typed && typed !== value) onSave(typed);
        setTyped(null);
      }}
      className="figures w-auto"
    />
  );
}
