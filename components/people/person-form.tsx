"use client";

import type { FormEvent } from "react";
import type { PersonChange } from "@/components/people/actions";
import { ROLE_NAMES } from "@/components/people/people-query";
import type { Answer } from "@/components/ui/answer";
import { Button } from "@/components/ui/button";
import { FormFault } from "@/components/ui/fault-line";
import { Field } from "@/components/ui/field";
import { Label } from "@/components/ui/label";
import { NativeSelect } from "@/components/ui/native-select";
import { useForm } from "@/components/ui/use-form";
import type { PersonDetails } from "@/lib/core/person-view";
import { ROLES, type Role } from "@/lib/core/role";

export interface PersonFormProps {
  /** Null for somebody new. */
  person: PersonDetails | null;
  /** What its button says. */
  button: string;
  onSave(change: PersonChange): Promise<Answer>;
}

/** Who somebody is and what they may; wrong fields say so, and the first takes the focus (U28). */
export function PersonForm({ person, button, onSave }: PersonFormProps) {
  const { faults, fault, busy, ask } = useForm();

  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    ask(form, () => onSave(changeOf(new FormData(form), person)));
  }

  return (
    <form onSubmit={save} noValidate className="grid max-w-xl gap-4">
      {person ? null : (
        <Field
          name="id"
          label="Id"
          hint="The one that your apps use for this person. It cannot be changed later."
          fault={faults.id}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
        />
      )}
      <Field
        name="name"
        label="Name"
        defaultValue={person?.name}
        fault={faults.name}
        maxLength={200}
        autoComplete="off"
      />
      <Field
        name="email"
        type="email"
        label="Email"
        defaultValue={person?.email}
        fault={faults.email}
        maxLength={254}
        autoComplete="off"
      />
      <div className="grid gap-1.5">
        <Label htmlFor="role">Role</Label>
        <NativeSelect id="role" name="role" defaultValue={person?.role ?? "member"} className="w-full">
          {ROLES.map((role) => (
            <option key={role} value={role}>
              {ROLE_NAMES[role]}
            </option>
          ))}
        </NativeSelect>
      </div>
      <Field
        name="time_zone"
        label="Time zone"
        hint="Such as Europe/Amsterdam. Empty: the company's."
        defaultValue={person?.timeZone ?? ""}
        fault={faults.time_zone}
        autoComplete="off"
        spellCheck={false}
      />
      <Field
        name="permissions"
        label="Permissions"
        hint="What their apps let them see, such as forms.access. Several are divided by commas."
        defaultValue={person?.permissions.join(", ")}
        fault={faults.permissions}
        autoComplete="off"
        spellCheck={false}
      />
      <FormFault fault={fault} />
      <div>
        <Button type="submit" aria-disabled={busy}>
          {button}
        </Button>
      </div>
    </form>
  );
}

function changeOf(form: FormData, person: PersonDetails | null): PersonChange {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  return {
    id: person?.id ?? text("id"),
    name: text("name"),
    email: text("email"),
    role: text("role") as Role,
    time_zone: text("time_zone") || null,
    permissions: text("permissions")
      .split(",")
      .map((one) => one.trim())
      .filter(Boolean),
  };
}
