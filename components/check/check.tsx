"use client";

import type { CheckActions } from "@/components/check/actions";
import { BrowserTry } from "@/components/check/browser-try";
import { ChannelCheckRow } from "@/components/check/channel-check-row";
import { emailWords } from "@/components/check/email-words";
import { Troubleshooting } from "@/components/check/troubleshooting";
import { TryButton } from "@/components/check/try-button";
import { BrowserPermission } from "@/components/preferences/browser-permission";
import type { PushProps } from "@/components/push/actions";
import { PushDevices } from "@/components/push/push-devices";
import type { ChannelCheck, CheckView } from "@/lib/core/check-view";

interface CheckProps {
  view: CheckView;
  push: PushProps;
  actions: CheckActions;
  /** The server's clock when it rendered, RFC 3339. */
  now: string;
}

/** Whether notifications reach me, each channel and device by itself, and what to do where they do not (R92). */
export function Check({ view, push, actions, now }: CheckProps) {
  const { zone } = view;
  return (
    <div className="grid grid-cols-1 gap-8">
      <div>
        <h1 className="font-semibold text-xl">Check my notifications</h1>
        <p className="max-w-prose text-muted-foreground">
          What comes for you now: where it would reach you, where it would not, and why. Send yourself a test to be
          sure.
        </p>
      </div>
      <section aria-labelledby="channels">
        <h2 id="channels" className="mb-2 font-semibold text-lg">
          Your channels
        </h2>
        <ul className="divide-y rounded-xl border bg-card">
          {view.channels.map((check) => (
            <ChannelCheckRow
              key={check.channel}
              {...{ check, now, zone }}
              to={check.channel === "email" ? view.address : undefined}
            >
              <Extra {...{ check, view, push, actions }} />
            </ChannelCheckRow>
          ))}
        </ul>
      </section>
      <Teams teams={view.teams} />
      <Troubleshooting />
    </div>
  );
}

function Extra({ check, view, push, actions }: Omit<CheckProps, "now"> & { check: ChannelCheck }) {
  const { channel } = check;
  if (channel === "email") return <TryButton to="email" work={actions.tryEmail} words={emailWords} />;
  if (channel === "push") {
    return (
      <div className="basis-full">
        <PushDevices {...push} />
      </div>
    );
  }
  if (channel === "browser") {
    return (
      <>
        <BrowserTry />
        <div className="basis-full">
          <BrowserPermission />
        </div>
      </>
    );
  }
  return view.connections
    .filter((one) => one.channel === channel)
    .map(({ id, label }) => (
      <TryButton key={id} to={label} work={() => actions.tryApp(id)} words={({ words }) => words} />
    ));
}

function Teams({ teams }: { teams: CheckView["teams"] }) {
  return (
    <section aria-labelledby="teams">
      <h2 id="teams" className="mb-1 font-semibold text-lg">
        Your teams
      </h2>
      {teams.length === 0 ? (
        <p className="text-muted-foreground">You are in no team: what is told to a team does not reach you.</p>
      ) : (
        <ul className="flex flex-wrap gap-2">
          {teams.map(({ name, main }) => (
            <li key={name} className="wrap-anywhere min-w-0 rounded-2xl border bg-card px-3 py-0.5 text-sm">
              <bdi>{name}</bdi>
              {main ? <span className="text-muted-foreground"> · main member</span> : null}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
