import { FaultLine } from "@/components/ui/fault-line";
import { Label } from "@/components/ui/label";
import { NativeSelect } from "@/components/ui/native-select";
import type { TriggerChoices } from "@/lib/core/trigger-view";

interface TopicChoiceProps {
  name: string;
  label: string;
  sections: TriggerChoices["sections"];
  value: string;
  fault?: string;
  onChange(key: string): void;
}

/** A topic out of all, by section. */
export function TopicChoice({ name, label, sections, value, fault, onChange }: TopicChoiceProps) {
  return (
    <div className="grid gap-1.5">
      <Label htmlFor={name}>{label}</Label>
      <NativeSelect
        id={name}
        name={name}
        className="w-full"
        value={value}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? `${name}-fault` : undefined}
        onChange={({ target }) => onChange(target.value)}
      >
        <option value="">Choose a topic</option>
        {sections.map((section) => (
          <optgroup key={section.key} label={section.name}>
            {section.topics.map((topic) => (
              <option key={topic.key} value={topic.key}>
                {topic.name}
              </option>
            ))}
          </optgroup>
        ))}
      </NativeSelect>
      <FaultLine field={name} fault={fault} />
    </div>
  );
}
