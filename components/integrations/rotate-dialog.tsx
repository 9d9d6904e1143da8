"use client";

import { useId, useState } from "react";
import type { IntegrationActions, MadeKey } from "@/components/integrations/actions";
import { FormDialog } from "@/components/ui/form-dialog";
import { Label } from "@/components/ui/label";
import { NativeSelect } from "@/components/ui/native-select";
import type { KeyView } from "@/lib/core/integration-view";

const OVERLAPS = [
  { hours: 24, name: "For one more day" },
  { hours: 168, name: "For one more week" },
  { hours: 1, name: "For one more hour" },
  { hours: 0, name: "No longer" },
];

interface RotateDialogProps {
  of: KeyView;
  actions: IntegrationActions;
  onMade(key: MadeKey): void;
  onClose(): void;
}

/** Another key in place of one: both hold for a while, so that no post is lost. */
export function RotateDialog({ of, actions, onMade, onClose }: RotateDialogProps) {
  const [hours, setHours] = useState(24);
  const id = useId();
  return (
    <FormDialog
      title={`Rotate ${of.name}`}
      description="Makes a new key that may do the same."
      button="Rotate key"
      onSave={() => actions.rotateKey(of.id, hours)}
      onDone={onMade}
      onClose={onClose}
    >
      <div className="grid gap-1.5 pb-2">
        <Label htmlFor={id}>The old key holds</Label>
        <NativeSelect id={id} value={hours} onChange={({ target }) => setHours(Number(target.value))}>
          {OVERLAPS.map((one) => (
            <option key={one.hours} value={one.hours}>
              {one.name}
            </option>
          ))}
        </NativeSelect>
      </div>
    </FormDialog>
  );
}
