"use client";

import { useEffect, useId, useState } from "react";
import { Choice, Tick } from "@/components/broadcasts/choice";
import type { Draft, Faults } from "@/components/broadcasts/draft";
import { FaultLine, faulty } from "@/components/ui/fault-line";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { NativeSelect } from "@/components/ui/native-select";

interface WhenProps {
  draft: Draft;
  faults: Faults;
  onChange(part: Partial<Draft>): void;
}

/** Now or at a time, and until when; both by clocks of the zone that is named. */
export function When({ draft, faults, onChange }: WhenProps) {
  const id = useId();
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1 font-medium">When</legend>
      <div className="flex flex-wrap gap-x-5 gap-y-1">
        <Choice name={id} label="Now" checked={!draft.later} onChoose={() => onChange({ later: false })} />
        <Choice name={id} label="At a time" checked={draft.later} onChoose={() => onChange({ later: true })} />
      </div>
      {draft.later ? (
        <Moment
          {...{ id: "deliver_at", label: "Send at", value: draft.at, fault: faults.deliver_at }}
          onChange={(at) => onChange({ at })}
        />
      ) : null}
      <Tick label="Put it away at a time, read or not" checked={draft.ends} onChange={(ends) => onChange({ ends })} />
      {draft.ends ? (
        <Moment
          {...{ id: "expires_at", label: "Ends at", value: draft.endsAt, fault: faults.expires_at }}
          onChange={(endsAt) => onChange({ endsAt })}
        />
      ) : null}
      {draft.later || draft.ends ? <Zone zone={draft.zone} onChange={(zone) => onChange({ zone })} /> : null}
    </fieldset>
  );
}

interface MomentProps {
  id: string;
  label: string;
  value: string;
  fault?: string;
  onChange(value: string): void;
}

function Moment({ id, label, value, fault, onChange }: MomentProps) {
  return (
    <div className="grid gap-1 pb-1">
      <Label htmlFor={id} className="font-normal">
        {label}
      </Label>
      <Input
        {...{ id, value }}
        {...faulty(id, fault)}
        type="datetime-local"
        className="max-w-64"
        onChange={({ target }) => onChange(target.value)}
      />
      <FaultLine field={id} fault={fault} />
    </div>
  );
}

function Zone({ zone, onChange }: { zone: string; onChange(zone: string): void }) {
  // Only in the browser: four hundred names would be a quarter of the page.
  const [zones, setZones] = useState<string[]>([zone]);
  useEffect(() => setZones([...new Set([zone, "UTC", ...Intl.supportedValuesOf("timeZone")])]), [zone]);
  return (
    <div className="grid gap-1">
      <Label htmlFor="zone" className="font-normal">
        Time zone
      </Label>
      <NativeSelect id="zone" className="max-w-64" value={zone} onChange={({ target }) => onChange(target.value)}>
        {zones.map((name) => (
          <option key={name} value={name}>
            {name.replaceAll("_", " ")}
          </option>
        ))}
      </NativeSelect>
    </div>
  );
}
