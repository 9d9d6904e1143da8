import type { ComponentProps } from "react";
import { FaultLine } from "@/components/ui/fault-line";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";

interface FieldProps extends ComponentProps<typeof Input> {
  /** Also the field's id and its place in the form. */
  name: string;
  label: string;
  hint?: string;
  fault?: string;
  /** The id of an alert that speaks of this field too. */
  alertId?: string;
}

/** A labelled field with what to know about it before, and what was wrong with it after (U28). */
export function Field({ name, label, hint, fault, alertId, children, ...input }: FieldProps) {
  const described = [hint && `${name}-hint`, fault && `${name}-fault`, alertId].filter(Boolean).join(" ");
  const wired = {
    id: name,
    name,
    "aria-invalid": Boolean(fault || alertId) || undefined,
    "aria-describedby": described || undefined,
  };
  return (
    <div className="grid gap-1.5">
      <Label htmlFor={name}>{label}</Label>
      <div className="relative">
        <Input {...wired} {...input} />
        {children}
      </div>
      {hint && (
        <p id={`${name}-hint`} className="text-muted-foreground text-sm">
          {hint}
        </p>
      )}
      <FaultLine field={name} fault={fault} />
    </div>
  );
}
