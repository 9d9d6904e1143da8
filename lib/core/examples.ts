import type { KnownRecipient, Route } from "./recipient";
import type { DecidableEvent } from "./stops";
import { plainTopic, type Topic } from "./topic";

/** A topic for tests: offered everywhere, on for desktop and email, open to any relation. */
export function exampleTopic(told: Partial<Topic> = {}): Topic {
  return {
    key: "deals.stage_changed",
    name: "Deal changed stage",
    section: "deals",
    ...plainTopic(),
    defaultOn: ["email", "desktop"],
    title: "{{ actor.name }} moved {{ subject.title }}",
    ...told,
  };
}

/** Ada, an active member whom an event named directly as the owner, with no preferences anywhere. */
export function exampleRecipient(told: Partial<KnownRecipient> = {}): KnownRecipient {
  return {
    id: "ada",
    email: "ada@example.com",
    name: "Ada",
    role: "member",
    active: true,
    permissions: [],
    routes: [direct("owner")],
    groups: [],
    layers: { profiles: [] },
    activeInApp: true,
    openInApp: true,
    ...told,
  };
}

export function exampleEvent(told: Partial<DecidableEvent> = {}): DecidableEvent {
  return {
    origin: "ui",
    actor: { user: "grace" },
    subject: { type: "deal", id: "42", title: "ACME renewal", url: "https://crm.example/deals/42" },
    ...told,
  };
}

export function direct(as: string | null): Route {
  return { as, group: null, main: false };
}

export function through(group: string, as: string | null, { main }: { main: boolean }): Route {
  return { as, group, main };
}
