"use client";

import { useId, useState } from "react";
import type { IntegrationActions, MadeKey } from "@/components/integrations/actions";
import { SCOPE_WORDS } from "@/components/integrations/scope-words";
import { Checkbox } from "@/components/ui/checkbox";
import { FaultLine, faulty } from "@/components/ui/fault-line";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { Label } from "@/components/ui/label";
import { NativeSelect } from "@/components/ui/native-select";
import type { IntegrationView } from "@/lib/core/integration-view";
import { SCOPES, type Scope } from "@/lib/core/scope";

const DAY = 86_400_000;
const LIVES = [
  { days: 0, name: "Never" },
  { days: 30, name: "In 30 days" },
  { days: 90, name: "In 90 days" },
  { days: 365, name: "In a year" },
];

interface KeyDialogProps {
  app: IntegrationView;
  actions: IntegrationActions;
  onMade(key: MadeKey): void;
  onClose(): void;
}

/** What a new key is called, what it may do, and until when. */
export function KeyDialog({ app, actions, onMade, onClose }: KeyDialogProps) {
  const [name, setName] = useState("");
  const [scopes, setScopes] = useState<readonly Scope[]>(["events:write"]);
  const [days, setDays] = useState(0);
  const id = useId();
  const expires_at = days > 0 ? { expires_at: new Date(Date.now() + days * DAY) } : {};
  return (
    <FormDialog
      title={`New key for ${app.name}`}
      button="Create key"
      onSave={() => actions.createKey({ app: app.id, name, scopes: [...scopes], ...expires_at })}
      onDone={onMade}
      onClose={onClose}
    >
      {(faults) => (
        <>
          <Field
            name="name"
            id="key-name"
            label="Name"
            hint="Where it is used, such as Production."
            fault={faults.name}
            maxLength={120}
            autoComplete="off"
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
          <fieldset className="grid gap-1">
            <legend className="pb-1.5 font-medium">What it may do</legend>
            {SCOPES.map((scope) => (
              <div key={scope} className="flex min-h-8 items-center gap-2.5">
                <Checkbox
                  id={`${id}-${scope}`}
                  name="scopes"
                  {...faulty(id, faults.scopes)}
                  checked={scopes.includes(scope)}
                  onCheckedChange={(on) => setScopes(on ? [...scopes, scope] : scopes.filter((one) => one !== scope))}
                />
                <Label htmlFor={`${id}-${scope}`} className="flex-wrap gap-x-2 font-normal">
                  {SCOPE_WORDS[scope]} <span className="font-mono text-muted-foreground text-sm">{scope}</span>
                </Label>
              </div>
            ))}
            <FaultLine field={id} fault={faults.scopes} />
          </fieldset>
          <div className="grid gap-1.5 pb-2">
            <Label htmlFor={`${id}-life`}>Expires</Label>
            <NativeSelect id={`${id}-life`} value={days} onChange={({ target }) => setDays(Number(target.value))}>
              {LIVES.map((life) => (
                <option key={life.days} value={life.days}>
                  {life.name}
                </option>
              ))}
            </NativeSelect>
          </div>
        </>
      )}
    </FormDialog>
  );
}
