"use client";

import { Blocks, Plus } from "lucide-react";
import { useState } from "react";
import type { IntegrationActions } from "@/components/integrations/actions";
import { AppDialog } from "@/components/integrations/app-dialog";
import { Integration } from "@/components/integrations/integration";
import { Button } from "@/components/ui/button";
import { NothingHere, Way } from "@/components/ui/nothing-here";
import type { IntegrationView } from "@/lib/core/integration-view";

interface IntegrationsProps {
  apps: readonly IntegrationView[];
  zone: string;
  actions: IntegrationActions;
}

/** The apps that post, with their keys (S14). */
export function Integrations({ apps, zone, actions }: IntegrationsProps) {
  const [making, setMaking] = useState(false);
  return (
    <div className="grid gap-5">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div>
          <h1 className="font-semibold text-xl">Apps</h1>
          <p className="max-w-prose text-muted-foreground">
            What may post here, and with which keys.{" "}
            <a className="text-primary underline underline-offset-4" href="/developers">
              How to post
            </a>
          </p>
        </div>
        <Button onClick={() => setMaking(true)}>
          <Plus aria-hidden /> New app
        </Button>
      </div>
      {apps.length === 0 ? (
        <NothingHere
          Icon={Blocks}
          title="No apps yet"
          action={<Way onClick={() => setMaking(true)}>Add the first app</Way>}
        >
          Make one for each system that posts, and give it a key.
        </NothingHere>
      ) : (
        <ul className="grid gap-4">
          {apps.map((app) => (
            <li key={app.id} className="min-w-0">
              <Integration app={app} zone={zone} actions={actions} />
            </li>
          ))}
        </ul>
      )}
      {making ? <AppDialog actions={actions} onClose={() => setMaking(false)} /> : null}
    </div>
  );
}
