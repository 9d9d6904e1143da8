import { type ComponentProps, useId } from "react";
import { Input } from "@/components/ui/input";

/** A day to choose, with its name before it. */
export function DayField({ label, ...props }: ComponentProps<typeof Input> & { label: string }) {
  const id = useId();
  return (
    <div className="flex items-center gap-2">
      <label htmlFor={id} className="text-muted-foreground">
        {label}
      </label>
      <Input id={id} type="date" {...props} />
    </div>
  );
}
