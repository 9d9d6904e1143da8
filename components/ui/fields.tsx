import type { ReactNode } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { Label } from "@/components/ui/label";
import { NativeSelect } from "@/components/ui/native-select";

/** Fields that belong together. */
export function Fields({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="grid min-w-0 gap-4">
      <legend className="mb-3 font-semibold">{title}</legend>
      {children}
    </fieldset>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  value: string;
  options: Readonly<Record<string, string>>;
  hint?: string;
  onChange(value: string): void;
}

/** A labelled select. */
export function Choice({ name, label, value, options, hint, onChange }: ChoiceProps) {
  return (
    <div className="grid gap-1.5">
      <Label htmlFor={name}>{label}</Label>
      <NativeSelect
        id={name}
        className="w-full"
        value={value}
        aria-describedby={hint ? `${name}-hint` : undefined}
        onChange={({ target }) => onChange(target.value)}
      >
        {Object.entries(options).map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </NativeSelect>
      {hint ? (
        <p id={`${name}-hint`} className="text-muted-foreground text-sm">
          {hint}
        </p>
      ) : null}
    </div>
  );
}

interface YesNoProps {
  name: string;
  label: string;
  checked: boolean;
  onChange(checked: boolean): void;
}

export function YesNo({ name, label, checked, onChange }: YesNoProps) {
  return (
    <div className="flex min-h-8 items-center gap-2.5">
      <Checkbox id={name} checked={checked} onCheckedChange={onChange} />
      <Label htmlFor={name} className="wrap-anywhere min-w-0 font-normal">
        {label}
      </Label>
    </div>
  );
}
