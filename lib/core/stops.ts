import { isInAudience } from "./audience";
import type { Reason, Source } from "./channel";
import { compileCondition } from "./condition";
import type { EventInput } from "./event";
import type { KnownRecipient } from "./recipient";
import type { Topic } from "./topic";
import { mayHave } from "./topic-gate";

/** What deciding needs of an event. */
export type DecidableEvent = Pick<EventInput, "actor" | "subject" | "data" | "visible_to" | "origin">;

/** What keeps a whole notification from a recipient, in the order in which it is asked. */
export const STOPPING_REASONS = [
  "unknown_recipient",
  "inactive_user",
  "silent_origin",
  "not_in_audience",
  "no_access",
  "own_action",
  "condition_not_met",
  "missing_permission",
] as const satisfies Reason[];

/** Why there is no notification at all, on any channel. Undefined where one alone was held back later, by a lost role perhaps. */
export function stopOf<D extends { reason: Reason }>(decision: readonly D[]): D | undefined {
  const offered = decision.filter(({ reason }) => reason !== "medium_not_offered");
  return offered.every(({ reason }) => STOPS.has(reason)) ? offered[0] : undefined;
}

const STOPS: ReadonlySet<Reason> = new Set(STOPPING_REASONS);

/** Something that can keep a whole notification from a recipient. */
export interface Stop {
  reason: Reason;
  source: Source;
  appliesTo(recipient: KnownRecipient): boolean;
}

/** The stops in the order in which they are asked; the first that applies gives the reason (A9, A10, A16). */
export function stopsOf(event: DecidableEvent, topic: Topic): Stop[] {
  const silent = topic.ignoreOrigins.includes(event.origin);
  return [
    { reason: "inactive_user", source: "system", appliesTo: (recipient) => !recipient.active },
    { reason: "silent_origin", source: "catalogue", appliesTo: () => silent },
    {
      reason: "not_in_audience",
      source: "catalogue",
      appliesTo: ({ routes }) => !routes.some((route) => isInAudience(route, topic)),
    },
    { reason: "no_access", source: "event", appliesTo: invisibleTo(event.visible_to) },
    { reason: "own_action", source: "system", appliesTo: isActor(event, topic) },
    { reason: "condition_not_met", source: "catalogue", appliesTo: failsCondition(event, topic) },
    { reason: "missing_permission", source: "catalogue", appliesTo: (recipient) => !mayHave(topic, recipient) },
  ];
}

type Applies = Stop["appliesTo"];

/** Whom an event's `visible_to` keeps it from. Any match admits; a list of nobody admits nobody (R60). */
export function invisibleTo(
  visibleTo: DecidableEvent["visible_to"],
): (person: Pick<KnownRecipient, "id" | "groups" | "permissions">) => boolean {
  if (!visibleTo) return () => false;
  const users = new Set(visibleTo.users);
  const groups = new Set(visibleTo.groups);
  const permissions = new Set(visibleTo.permissions);
  return (recipient) =>
    !users.has(recipient.id) &&
    !recipient.groups.some((group) => groups.has(group)) &&
    !recipient.permissions.some((permission) => permissions.has(permission));
}

function isActor({ actor }: DecidableEvent, topic: Topic): Applies {
  if (topic.allowOwnAction || !actor || !("user" in actor)) return () => false;
  return (recipient) => recipient.id === actor.user;
}

function failsCondition({ data = {}, subject, actor, origin }: DecidableEvent, topic: Topic): Applies {
  if (topic.condition === null) return () => false;
  const condition = compileCondition(topic.condition);
  if ("error" in condition) return () => true;
  const scope = { data, subject: subject ?? {}, actor: actor ?? {}, origin };
  if (condition.mentionsRecipient) return (one) => !condition.isMet({ ...scope, recipient: factsAbout(one) });
  const met = condition.isMet({ ...scope, recipient: {} });
  return () => !met;
}

function factsAbout({ id, email, name, role, permissions, routes }: KnownRecipient): object {
  return { id, email, name, role, permissions, relations: routes.flatMap(({ as }) => as ?? []) };
}
