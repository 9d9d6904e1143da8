import { compileCondition } from "./condition";
import type { EventInput, Recipient } from "./event";
import type { StoredEvent } from "./stored-event";
import type { Topic } from "./topic";
import { EVERYBODY } from "./trigger-view";

/** A rule of a super admin: on this topic, if this holds, raise that topic (R85). */
export interface Trigger {
  id: string;
  name: string;
  /** Key of the topic that it listens to. */
  topic: string;
  /** CEL over `data`, `subject`, `actor` and `origin`; null: always. */
  condition: string | null;
  /** Key of the topic that it raises. */
  raises: string;
  /** Of the event's recipients, those with one of these; `*`: all. */
  relations: string[];
  /** Ids of groups that are told beside them. */
  groups: string[];
}

/** How many events may follow from one another. Loops are refused when a trigger is saved; this holds at run. */
export const LONGEST_CHAIN = 5;

export type RaisedEvent = EventInput & Required<Pick<StoredEvent, "cause">>;

/** What becomes of an event that a trigger listens to: another event; or why not. */
export type Triggered = { raises: RaisedEvent } | { stops: "condition" | "nobody" | "chain" };

/** Decides whether an event meets a trigger, and what is raised then. `topic` is the one that is raised. */
export function pullTrigger(
  trigger: Trigger,
  cause: { id: string; payload: StoredEvent },
  topic: Pick<Topic, "audience" | "strict">,
): Triggered {
  const { payload } = cause;
  if (!holds(trigger, payload)) return { stops: "condition" };
  const recipients = recipientsOf(trigger, payload, topic);
  if (recipients.length === 0) return { stops: "nobody" };
  const depth = (payload.cause?.depth ?? 0) + 1;
  if (depth > LONGEST_CHAIN) return { stops: "chain" };
  // Who may not see the record hears nothing of it by this way either (R60).
  const { actor, subject, visible_to, occurred_at } = payload;
  const raises: RaisedEvent = {
    topic: trigger.raises,
    recipients,
    ...(actor && { actor }),
    ...(subject && { subject }),
    ...(payload.data && { data: withoutOrders(payload.data) }),
    ...(visible_to && { visible_to }),
    ...(occurred_at && { occurred_at }),
    origin: "automation",
    cause: { event: cause.id, trigger: trigger.id, name: trigger.name, depth },
  };
  return { raises };
}

function holds({ condition: source }: Trigger, { data = {}, subject, actor, origin }: StoredEvent): boolean {
  if (source === null) return true;
  const condition = compileCondition(source);
  if ("error" in condition) return false;
  return condition.isMet({ data, subject: subject ?? {}, actor: actor ?? {}, origin, recipient: {} });
}

/** Relations that the raised topic does not tell are left out: whom a trigger names, an admin wants told. */
function recipientsOf(
  { relations, groups }: Trigger,
  { recipients }: StoredEvent,
  { audience, strict }: Pick<Topic, "audience" | "strict">,
): Recipient[] {
  const wanted = recipients.filter(({ as }) => relations.includes(EVERYBODY) || (as && relations.includes(as)));
  const told = wanted.map(({ as, ...who }): Recipient => {
    const isKept = as !== undefined && (strict || audience.length === 0 || audience.includes(as));
    return isKept ? { ...who, as } : who;
  });
  return [...told, ...groups.map((group) => ({ group }))];
}

/** What speaks of the cause itself, not of what happened: the raised event takes nothing back. */
function withoutOrders({ replaces: _, ...data }: Record<string, unknown>): Record<string, unknown> {
  return data;
}
