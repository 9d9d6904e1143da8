import type { StoredEvent } from "./stored-event";

/**
 * An event without what it says of a person who is erased (S28): their address gives way to the bare id, and where they
 * are the only recipient, what it says is about them and goes. Answers the very same event where there is nothing.
 */
export function withoutPerson(event: StoredEvent, { id, email }: { id: string; email: string }): StoredEvent {
  const isTheirs = (one: StoredEvent["recipients"][number]) =>
    "user" in one ? one.user === id : "email" in one && one.email.toLowerCase() === email;
  if (!event.recipients.some(isTheirs)) return event;
  const recipients = event.recipients.map((one) =>
    "email" in one && isTheirs(one) ? { user: id, ...(one.as && { as: one.as }) } : one,
  );
  if (!event.recipients.every(isTheirs)) {
    return recipients.every((one, at) => one === event.recipients[at]) ? event : { ...event, recipients };
  }
  const { title: _title, body: _body, url: _url, data: _data, actor, subject, ...rest } = event;
  return {
    ...rest,
    recipients,
    ...(actor && "user" in actor && { actor }),
    ...(subject && { subject: { type: subject.type, id: subject.id } }),
  };
}
