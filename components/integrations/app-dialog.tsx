"use client";

import { useId, useState } from "react";
import type { IntegrationActions } from "@/components/integrations/actions";
import { Button } from "@/components/ui/button";
import { FaultLine, faultId } from "@/components/ui/fault-line";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import type { IntegrationView } from "@/lib/core/integration-view";

interface AppDialogProps {
  /** The one that changes; a new one without. */
  app?: IntegrationView;
  actions: IntegrationActions;
  onClose(): void;
}

/** An integration's name, icon and limit. */
export function AppDialog({ app, actions, onClose }: AppDialogProps) {
  const [name, setName] = useState(app?.name ?? "");
  const [icon, setIcon] = useState(app?.icon ?? null);
  const [limit, setLimit] = useState(app?.rateLimit ? String(app.rateLimit) : "");
  const fields = { name, icon, rate_limit: limit.trim() === "" ? null : Number(limit) };
  return (
    <FormDialog
      title={app ? `Change ${app.name}` : "New app"}
      description="Its name and icon show beside what it posts."
      button={app ? "Save" : "Create app"}
      onSave={() => (app ? actions.changeApp({ id: app.id, ...fields }) : actions.createApp(fields))}
      onDone={onClose}
      onClose={onClose}
    >
      {(faults) => (
        <>
          <Field
            name="name"
            id="app-name"
            label="Name"
            fault={faults.name}
            maxLength={120}
            autoComplete="off"
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
          <IconField icon={icon} fault={faults.icon} onChange={setIcon} />
          <Field
            name="rate_limit"
            id="app-limit"
            label="Requests a minute"
            hint="All its keys share this. Leave it empty for no limit."
            fault={faults.rate_limit}
            inputMode="numeric"
            autoComplete="off"
            value={limit}
            onChange={({ target }) => setLimit(target.value)}
          />
        </>
      )}
    </FormDialog>
  );
}

interface IconFieldProps {
  icon: string | null;
  fault: string | undefined;
  onChange(icon: string | null): void;
}

function IconField({ icon, fault, onChange }: IconFieldProps) {
  const id = useId();
  return (
    <div className="grid gap-1.5">
      <Label htmlFor={id}>Icon</Label>
      <div className="flex flex-wrap items-center gap-2">
        {/* biome-ignore lint/performance/noImgElement: a data: image has nothing to optimise */}
        {icon ? <img src={icon} alt="" className="size-9 rounded-md border object-cover" /> : null}
        <Input
          id={id}
          name="icon"
          type="file"
          accept="image/png,image/jpeg,image/webp"
          className="w-auto min-w-0 flex-1 py-1.5 text-sm"
          aria-invalid={fault ? true : undefined}
          aria-describedby={fault ? `${id}-hint ${faultId(id)}` : `${id}-hint`}
          onChange={async ({ target }) => onChange(target.files?.[0] ? await read(target.files[0]) : icon)}
        />
        {icon ? (
          <Button type="button" variant="ghost" size="sm" onClick={() => onChange(null)}>
            Remove icon
          </Button>
        ) : null}
      </div>
      <p id={`${id}-hint`} className="text-muted-foreground text-sm">
        A square PNG, JPEG or WebP of at most 36 KB.
      </p>
      <FaultLine field={id} fault={fault} />
    </div>
  );
}

function read(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = reject;
    reader.readAsDataURL(file);
  });
}
