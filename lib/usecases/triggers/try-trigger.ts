import { type EventRow, listEventsOfTopic } from "@/db/queries/events";
import { AppError } from "@/lib/app-error";
import type { Recipient } from "@/lib/core/event";
import { compileMessage } from "@/lib/core/message";
import type { Topic } from "@/lib/core/topic";
import { pullTrigger, type RaisedEvent } from "@/lib/core/trigger";
import { TriggerToTry } from "@/lib/core/trigger-input";
import type { TriggerTrial } from "@/lib/core/trigger-view";
import { topicsWith } from "../catalogue/known-topics";
import { needRole, type UserContext } from "../context";
import { loadNames, type Names } from "../events/load-names";
import { userVerb } from "../use-case";

/** How many are told one by one. */
const SHOWN = 10;

/** What a trigger would have made of the last events of its topic. Writes nothing. */
export const tryTrigger = userVerb({
  input: TriggerToTry,
  may: needRole("super_admin"),
  async run(ctx, { last, ...said }): Promise<TriggerTrial> {
    const { db, workspaceId } = ctx;
    const raised = (await topicsWith(db, workspaceId, [said.raises])).get(said.raises);
    if (!raised) throw new AppError("unprocessable", "Choose the topic that it raises.");
    const events = await listEventsOfTopic(db.read, workspaceId, said.topic, last);
    const tried = events.map((event) => ({ event, end: pullTrigger({ id: "trg_try", ...said }, event, raised) }));
    const met = tried.flatMap(({ event, end }) => ("raises" in end ? [{ event, raises: end.raises }] : []));
    const shown = met.slice(0, SHOWN);
    const names = await loadNames(
      db,
      workspaceId,
      shown.map(({ event }) => event),
    );
    return {
      looked: events.length,
      met: met.length,
      nobody: tried.filter(({ end }) => "stops" in end && end.stops === "nobody").length,
      raised: shown.map(({ event, raises }) => tell(ctx, { event, raises }, raised, names)),
    };
  },
});

function tell(
  ctx: UserContext,
  { event, raises }: { event: EventRow; raises: RaisedEvent },
  topic: Topic,
  names: Names,
) {
  const { id, name, timeZone } = ctx.actor;
  const { actor, subject } = raises;
  const by = actor && { name: "name" in actor ? actor.name : (names.actors.get(actor.user)?.name ?? actor.user) };
  const said = compileMessage(topic, { ...raises, actor: by }, null).render({ id, name, timeZone, email: "" });
  return {
    event: event.id,
    at: event.createdAt.toISOString(),
    subject: subject ? (subject.title ?? `${subject.type} ${subject.id}`) : null,
    title: said?.title ?? topic.name,
    recipients: raises.recipients.map(recipientWords),
  };
}

function recipientWords(one: Recipient): string {
  const name = "user" in one ? one.user : "group" in one ? `everybody in ${one.group}` : one.email;
  return one.as ? `${name}, as ${one.as}` : name;
}
