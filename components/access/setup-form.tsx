"use client";

import { useActionState } from "react";
import { PasswordField } from "@/components/access/password-field";
import { Alert, AlertTitle } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";

export interface SetupState {
  name: string;
  email: string;
  /** About the whole. */
  fault?: string;
  /** About single fields, by their name. */
  faults?: Partial<Record<"name" | "email" | "password", string>>;
}

interface SetupFormProps {
  setUp: (before: SetupState, form: FormData) => Promise<SetupState>;
  token: string;
}

/** The first super admin: name, address, password. */
export function SetupForm({ setUp, token }: SetupFormProps) {
  const [state, submit, isPending] = useActionState(setUp, { name: "", email: "" });
  return (
    <form action={submit} className="grid gap-4">
      {state.fault && (
        <Alert variant="destructive">
          <AlertTitle className="font-normal">{state.fault}</AlertTitle>
        </Alert>
      )}
      <input type="hidden" name="token" value={token} />
      <Field
        name="name"
        label="Name"
        autoComplete="name"
        defaultValue={state.name}
        maxLength={200}
        required
        fault={state.faults?.name}
      />
      <Field
        name="email"
        label="Email"
        type="email"
        autoComplete="username"
        defaultValue={state.email}
        spellCheck={false}
        autoCapitalize="none"
        required
        fault={state.faults?.email}
      />
      <PasswordField
        name="password"
        label="Password"
        hint="At least 12 characters of any kind. A few words that do not belong together do well."
        autoComplete="new-password"
        minLength={12}
        required
        fault={state.faults?.password}
      />
      <Button type="submit" size="lg" aria-disabled={isPending}>
        Create super admin
      </Button>
    </form>
  );
}
