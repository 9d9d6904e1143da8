import type { FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";

interface DeviceNameProps {
  name: string;
  busy: boolean;
  /** Empty where nothing was written. */
  onSave(name: string): void;
  onClose(): void;
}

/** Gives a device another name, in its row. */
export function DeviceName({ name, busy, onSave, onClose }: DeviceNameProps) {
  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    onSave(String(new FormData(event.currentTarget).get("name")).trim());
  }

  return (
    <form onSubmit={save} className="flex min-w-0 flex-1 basis-56 flex-wrap gap-2">
      <Input
        name="name"
        aria-label="Name of the device"
        defaultValue={name}
        maxLength={60}
        autoFocus
        autoComplete="off"
        className="min-w-0 flex-1 basis-40"
      />
      <Button type="submit" size="sm" aria-disabled={busy}>
        Save
      </Button>
      <Button type="button" size="sm" variant="ghost" onClick={onClose}>
        Cancel
      </Button>
    </form>
  );
}
