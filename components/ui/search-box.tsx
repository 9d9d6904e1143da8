"use client";

import { useEffect, useRef, useState } from "react";
import { SearchField } from "@/components/ui/search-field";

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
    <SearchField
      name="search"
      label={label}
      placeholder={placeholder}
      value={text}
      onChange={(wanted) => {
        setText(wanted);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => onSearch(wanted), PAUSE);
      }}
      className={className}
    />
  );
}
