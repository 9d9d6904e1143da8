import { type ComponentProps, type ReactNode, useId } from "react";
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

/** The first and the last day, of a grid of filters: side by side wherever there are two to a row. */
export function DayRange({ children }: { children: ReactNode }) {
  return <div className="col-span-full grid grid-cols-subgrid gap-2 lg:contents">{children}</div>;
}
