"use client";

import { useActionState } from "react";
import { PasswordField } from "@/components/access/password-field";
import { Alert, AlertTitle } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";

export interface SignInState {
  /** As typed, so that nobody types it twice. */
  email: string;
  fault?: string;
}

interface SignInFormProps {
  signIn: (before: SignInState, form: FormData) => Promise<SignInState>;
  /** The path to go on to. */
  to: string;
  fault?: string;
}

/** Posts by itself before scripts run, so that the password never gets into an address. */
export function SignInForm({ signIn, to, fault }: SignInFormProps) {
  const [state, submit, isPending] = useActionState(signIn, { email: "", fault });
  const alertId = state.fault ? "sign-in-fault" : undefined;
  return (
    <form action={submit} className="grid gap-4">
      {state.fault && (
        <Alert variant="destructive" id={alertId}>
          <AlertTitle className="font-normal">{state.fault}</AlertTitle>
        </Alert>
      )}
      <input type="hidden" name="to" value={to} />
      <Field
        name="email"
        label="Email"
        type="email"
        autoComplete="username"
        defaultValue={state.email}
        spellCheck={false}
        autoCapitalize="none"
        required
        alertId={alertId}
      />
      <PasswordField name="password" label="Password" autoComplete="current-password" required alertId={alertId} />
      <Button type="submit" size="lg" aria-disabled={isPending}>
        Sign in
      </Button>
    </form>
  );
}
