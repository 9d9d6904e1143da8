"use client";

import { type FormEvent, type ReactNode, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { FaultLine, faultId } from "@/components/ui/fault-line";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import type { App } from "@/lib/core/app-view";

export interface ConnectAppProps {
  app: App;
  name: string;
  ready: boolean;
  email: string;
  busy: boolean;
  /** Answers why it did not work, for the person; null when it did. */
  onConnect(address: string): Promise<string | null>;
}

/** How a person connects an app: with one press where their email says enough, else with an address of theirs. */
export function ConnectApp({ app, name, ready, email, busy, onConnect }: ConnectAppProps) {
  const [address, setAddress] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const id = useId();
  const asks = app !== "slack";
  if (!ready) {
    return (
      <p className="text-muted-foreground text-sm">
        Slack is not set up for your company yet. A super admin can do that.
      </p>
    );
  }

  async function connect(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    if (asks && address.trim() === "") return setFault("Paste an address first.");
    setFault(await onConnect(address));
  }

  return (
    <form className="grid max-w-140 gap-2" onSubmit={connect} noValidate>
      {asks ? (
        <div className="grid gap-1.5">
          <Label htmlFor={id}>{ADDRESS[app]}</Label>
          <Input
            id={id}
            type="url"
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            placeholder="https://"
            maxLength={2048}
            value={address}
            aria-invalid={fault !== null || undefined}
            aria-describedby={`${id}-help${fault ? ` ${faultId(id)}` : ""}`}
            onChange={({ target }) => {
              setAddress(target.value);
              setFault(null);
            }}
          />
        </div>
      ) : null}
      <p id={`${id}-help`} className="wrap-anywhere text-muted-foreground text-sm">
        {app === "slack" ? <>Slack knows you by {email}.</> : HELP[app]}
      </p>
      <FaultLine field={id} fault={fault} />
      <Button type="submit" variant="outline" size="sm" className="justify-self-start" aria-disabled={busy}>
        {busy ? "Connecting …" : `Connect ${name}`}
      </Button>
    </form>
  );
}

const ADDRESS: Partial<Record<App, string>> = { teams: "Address of your workflow", webhook: "Address of your webhook" };

const HELP: Partial<Record<App, ReactNode>> = {
  teams:
    "In Teams, open Workflows, choose “Post to a chat when a webhook request is received”, and copy the address that it gives you. Whoever has it can write to you: keep it to yourself.",
  webhook: "Belfry posts each notification there as Standard Webhooks, signed with a secret that you are shown once.",
};
