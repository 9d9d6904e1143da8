import type { ReactNode } from "react";
import type { AppsActions } from "@/components/apps/actions";
import { AppPart } from "@/components/apps/app-part";
import { SlackSetup } from "@/components/apps/slack-setup";
import { APPS, type App, type AppsView } from "@/lib/core/app-view";

interface Given {
  view: AppsView;
  /** Of the person: Slack knows them by it. */
  email: string;
  zone: string;
  actions: AppsActions;
}

/** What belongs to each row of the Other apps tab: the connection, and for super admins the company's Slack (R43). */
export function appParts({ view, email, zone, actions }: Given): Record<App, ReactNode> {
  const part = (app: App) => (
    <>
      <AppPart
        app={app}
        connection={view.connections[app] ?? null}
        ready={app !== "slack" || view.slackReady}
        {...{ email, zone, actions }}
      />
      {app === "slack" && view.slackSetup ? <SlackSetup setup={view.slackSetup} actions={actions} /> : null}
    </>
  );
  return Object.fromEntries(APPS.map((app) => [app, part(app)])) as Record<App, ReactNode>;
}
