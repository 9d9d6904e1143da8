"use client";

import { useEffect, useRef, useState } from "react";
import { SearchField } from "@/components/ui/search-field";

/** Milliseconds without a key before it is asked. */
const PAUSE = 250;

/** A field that asks once somebody stopped typing. `value`: what is searched for; where another asked for it, it stands here. */
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
  /** What was asked for here and is not answered yet: on its way back it must not undo what was typed since. */
  const asked = useRef<string[]>([]);
  const answered = useRef(value);
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (value === answered.current) return;
    answered.current = value;
    const own = asked.current.lastIndexOf(value);
    asked.current = asked.current.slice(own + 1);
    if (own === -1) setText(value);
  }, [value]);
  return (
    <SearchField
      name="search"
      label={label}
      placeholder={placeholder}
      value={text}
      onChange={(wanted) => {
        setText(wanted);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => {
          asked.current.push(wanted.trim());
          onSearch(wanted);
        }, PAUSE);
      }}
      className={className}
    />
  );
}
