import { Tick } from "@/components/broadcasts/choice";
import type { Draft } from "@/components/broadcasts/draft";
import { Label } from "@/components/ui/label";
import { NativeSelect } from "@/components/ui/native-select";

/** How it goes: by email too, how urgently, and whether it must be acknowledged. */
export function Manner({ draft, onChange }: { draft: Draft; onChange(part: Partial<Draft>): void }) {
  const isCritical = draft.urgency === "critical";
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1 font-medium">How</legend>
      <Tick
        label="By email too"
        checked={draft.email || isCritical}
        disabled={isCritical}
        onChange={(email) => onChange({ email })}
      />
      <Tick
        label="Must be acknowledged"
        checked={draft.acknowledge}
        onChange={(acknowledge) => onChange({ acknowledge })}
      />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Label htmlFor="urgency" className="font-normal">
          Urgency
        </Label>
        <NativeSelect
          id="urgency"
          value={draft.urgency}
          onChange={({ target }) => onChange({ urgency: target.value as Draft["urgency"] })}
        >
          <option value="normal">Normal</option>
          <option value="high">High</option>
          <option value="critical">Critical</option>
        </NativeSelect>
      </div>
      {isCritical ? (
        <p className="text-muted-foreground text-sm">
          Goes through quiet hours and pauses, and by email to everybody, whatever they chose.
        </p>
      ) : null}
    </fieldset>
  );
}
