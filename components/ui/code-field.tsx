import type { ComponentProps } from "react";
import { cn } from "@/components/ui/cn";
import { FaultLine } from "@/components/ui/fault-line";
import { Label } from "@/components/ui/label";
import { useEarly } from "@/components/ui/use-early";

interface CodeFieldProps extends ComponentProps<"textarea"> {
  /** Also the field's id. */
  name: string;
  label: string;
  hint?: string;
  fault?: string;
}

/** A labelled field for a template or a condition, with what is wrong with it and where. */
export function CodeField({ name, label, hint, fault, className, ...area }: CodeFieldProps) {
  const described = [hint && `${name}-hint`, fault && `${name}-fault`].filter(Boolean).join(" ");
  return (
    <div className="grid gap-1.5">
      <Label htmlFor={name}>{label}</Label>
      <textarea
        id={name}
        name={name}
        spellCheck={false}
        aria-invalid={fault ? true : undefined}
        aria-describedby={described || undefined}
        className={cn(
          "wrap-anywhere block w-full min-w-0 rounded-md border border-input bg-card px-3 py-2 font-mono text-sm aria-invalid:border-destructive",
          className,
        )}
        {...area}
        ref={useEarly(area)}
      />
      {hint ? (
        <p id={`${name}-hint`} className="text-muted-foreground text-sm">
          {hint}
        </p>
      ) : null}
      <FaultLine field={name} fault={fault} />
    </div>
  );
}
