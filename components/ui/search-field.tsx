import { Search } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "@/components/ui/cn";
import { Input } from "@/components/ui/input";

interface SearchFieldProps extends Omit<ComponentProps<"input">, "onChange" | "type"> {
  label: string;
  /** By default the label. */
  placeholder?: string;
  value: string;
  onChange(text: string): void;
}

/** A field for words to look for, as one types; `className` is of the whole. */
export function SearchField({ label, placeholder = label, value, onChange, className, ...props }: SearchFieldProps) {
  return (
    <div className={cn("relative", className)}>
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-muted-foreground"
      />
      <Input
        // It may stand in a form, which is not sent by looking for something.
        onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
        {...props}
        type="search"
        value={value}
        aria-label={label}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        onChange={({ target }) => onChange(target.value)}
        className="pl-9"
      />
    </div>
  );
}
