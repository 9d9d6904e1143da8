import type { ComponentProps } from "react";
import { FaultLine, faultId } from "@/components/ui/fault-line";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";

interface FieldProps extends ComponentProps<typeof Input> {
  /** Its place in the form, and what faults call it. */
  name: string;
  /** By default its name. */
  id?: string;
  label: string;
  hint?: string;
  fault?: string;
  /** The id of an alert that speaks of this field too. */
  alertId?: string;
}

/** A labelled field with what to know about it before, and what was wrong with it after (U28). */
export function Field({ name, id = name, label, hint, fault, alertId, children, ...input }: FieldProps) {
  const described = [hint && `${id}-hint`, fault && faultId(id), alertId].filter(Boolean).join(" ");
  const wired = {
    id,
    name,
    "aria-invalid": Boolean(fault || alertId) || undefined,
    "aria-describedby": described || undefined,
  };
  return (
    <div className="grid gap-1.5">
      <Label htmlFor={id}>{label}</Label>
      <div className="relative">
        <Input {...wired} {...input} />
        {children}
      </div>
      {hint && (
        <p id={`${id}-hint`} className="text-muted-foreground text-sm">
          {hint}
        </p>
      )}
      <FaultLine field={id} fault={fault} />
    </div>
  );
}
