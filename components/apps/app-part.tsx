"use client";

import { useState } from "react";
import type { AppsActions } from "@/components/apps/actions";
import { AppState } from "@/components/apps/app-state";
import { ConnectApp } from "@/components/apps/connect-app";
import { DisconnectDialog } from "@/components/apps/disconnect-dialog";
import { SecretOnce } from "@/components/apps/secret-once";
import { tellPreferences } from "@/components/preferences/hear-preferences";
import { faultOf, noAnswer } from "@/components/ui/answer";
import { Button } from "@/components/ui/button";
import type { App, AppConnection } from "@/lib/core/app-view";
import { CHANNEL_NAMES } from "@/lib/core/channel-names";
import type { TriedApp } from "@/lib/core/try-words";

export interface AppPartProps {
  app: App;
  connection: AppConnection | null;
  /** Whether it can be connected at all here. */
  ready: boolean;
  email: string;
  zone: string;
  actions: AppsActions;
}

/** One app of a person: connect it, see how it does, test it, and take it away again (R43). */
export function AppPart({ app, connection, ready, email, zone, actions }: AppPartProps) {
  const [tried, setTried] = useState<TriedApp | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const [asks, setAsks] = useState(false);
  const [busy, setBusy] = useState(false);
  const name = CHANNEL_NAMES[app];

  /** One at a time; what it says stands below until the next. */
  async function act<T>(work: () => Promise<T>): Promise<T | undefined> {
    if (busy) return undefined;
    setBusy(true);
    setTried(null);
    try {
      return await work();
    } finally {
      setBusy(false);
      tellPreferences();
    }
  }

  async function connect(address: string): Promise<string | null> {
    const answer = await act(() => actions.connect(app, address).catch(noAnswer));
    if (answer?.ok) setSecret(answer.value.secret);
    return answer && !answer.ok ? faultOf(answer) : null;
  }

  async function test(id: string) {
    const answer = await act(() => actions.test(id).catch(noAnswer));
    if (answer) setTried(answer.ok ? answer.value : { ok: false, words: faultOf(answer) });
  }

  async function rotate(id: string) {
    const answer = await act(() => actions.rotate(id).catch(noAnswer));
    if (answer?.ok) setSecret(answer.value.secret);
    else if (answer) setTried({ ok: false, words: faultOf(answer) });
  }

  if (!connection) return <ConnectApp {...{ app, name, ready, email, busy }} onConnect={connect} />;
  const { id } = connection;
  return (
    <div className="grid justify-items-start gap-2">
      <AppState connection={connection} zone={zone} />
      {secret ? <SecretOnce secret={secret} onDone={() => setSecret(null)} /> : null}
      <div className="flex flex-wrap gap-2">
        <Button variant="outline" size="sm" aria-disabled={busy} onClick={() => test(id)}>
          Send a test<span className="sr-only"> to {name}</span>
        </Button>
        {app === "webhook" ? (
          <Button variant="outline" size="sm" aria-disabled={busy} onClick={() => rotate(id)}>
            New secret
          </Button>
        ) : null}
        <Button variant="ghost" size="sm" className="text-muted-foreground" onClick={() => setAsks(true)}>
          Disconnect<span className="sr-only"> {name}</span>
        </Button>
      </div>
      <p role="status" className={tried && !tried.ok ? "text-destructive text-sm" : "text-delivered text-sm"}>
        {busy ? <span className="text-muted-foreground">One moment …</span> : tried?.words}
      </p>
      {asks ? (
        <DisconnectDialog
          {...{ name, app }}
          onDisconnect={() => actions.disconnect(id).catch(noAnswer)}
          onClose={() => {
            setAsks(false);
            setSecret(null);
            tellPreferences();
          }}
        />
      ) : null}
    </div>
  );
}
