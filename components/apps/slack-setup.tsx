"use client";

import { type FormEvent, useId, useState } from "react";
import type { AppsActions } from "@/components/apps/actions";
import { DisconnectDialog } from "@/components/apps/disconnect-dialog";
import { faultOf, noAnswer } from "@/components/ui/answer";
import { Button } from "@/components/ui/button";
import { FaultLine, faultId } from "@/components/ui/fault-line";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import type { AppsView } from "@/lib/core/app-view";

interface SlackSetupProps {
  setup: NonNullable<AppsView["slackSetup"]>;
  actions: Pick<AppsActions, "setUpSlack" | "removeSlack">;
}

/** For super admins: the bot that writes to everybody of the company in Slack. */
export function SlackSetup({ setup: { team, byInstallation }, actions }: SlackSetupProps) {
  const [open, setOpen] = useState(false);
  const [asks, setAsks] = useState(false);
  return (
    <section aria-label="Slack for your company" className="mt-3 grid justify-items-start gap-2 border-t pt-3">
      <p className="text-sm">
        <span className="font-medium">Slack for your company</span>{" "}
        <span className="wrap-anywhere text-muted-foreground">
          · {team ?? (byInstallation ? "set in this installation's settings" : "not set up")} · only super admins see
          this
        </span>
      </p>
      {open ? (
        <TokenForm onSave={actions.setUpSlack} onDone={() => setOpen(false)} />
      ) : (
        <div className="flex flex-wrap gap-2">
          <Button variant="outline" size="sm" onClick={() => setOpen(true)}>
            {team ? "Replace the token" : byInstallation ? "Use a bot of your own" : "Set up Slack"}
          </Button>
          {team ? (
            <Button variant="ghost" size="sm" className="text-muted-foreground" onClick={() => setAsks(true)}>
              Take Slack away
            </Button>
          ) : null}
        </div>
      )}
      {asks ? (
        <DisconnectDialog
          {...{ app: "company", name: "Slack for everybody" }}
          onDisconnect={() => actions.removeSlack().catch(noAnswer)}
          onClose={() => setAsks(false)}
        />
      ) : null}
    </section>
  );
}

function TokenForm({ onSave, onDone }: { onSave: AppsActions["setUpSlack"]; onDone(): void }) {
  const [token, setToken] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const id = useId();

  async function save(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    if (token.trim() === "") return setFault("Paste the bot's token.");
    setBusy(true);
    const answer = await onSave(token).catch(noAnswer);
    setBusy(false);
    if (answer.ok) onDone();
    else setFault(faultOf(answer));
  }

  return (
    <form className="grid w-full max-w-140 gap-2" onSubmit={save} noValidate>
      <div className="grid gap-1.5">
        <Label htmlFor={id}>Bot token</Label>
        <Input
          id={id}
          type="password"
          autoComplete="off"
          spellCheck={false}
          placeholder="xoxb-"
          value={token}
          aria-invalid={fault !== null || undefined}
          aria-describedby={`${id}-help${fault ? ` ${faultId(id)}` : ""}`}
          onChange={({ target }) => {
            setToken(target.value);
            setFault(null);
          }}
        />
      </div>
      <p id={`${id}-help`} className="text-muted-foreground text-sm">
        Of a Slack app with users:read, users:read.email and chat:write. Kept sealed, and never shown again.
      </p>
      <FaultLine field={id} fault={fault} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" size="sm" aria-disabled={busy}>
          {busy ? "Asking Slack …" : "Save the token"}
        </Button>
        <Button type="button" variant="ghost" size="sm" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
