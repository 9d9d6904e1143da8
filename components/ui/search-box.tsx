"use client";

import { Search } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { cn } from "@/components/ui/cn";
import { Input } from "@/components/ui/input";

/** Milliseconds without a key before it is asked. */
const PAUSE = 250;

/** A field that asks once somebody stopped typing. */
export function SearchBox({
  label,
  placeholder,
  value = "",
  className,
  onSearch,
}: {
  label: string;
  placeholder: string;
  value?: string;
  className?: string;
  onSearch(text: string): void;
}) {
  const [text, setText] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <div className={cn("relative", className)}>
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-muted-foreground"
      />
      <Input
        type="search"
        name="search"
        aria-label={label}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => onSearch(target.value), PAUSE);
        }}
        className="pl-9"
      />
    </div>
  );
}
