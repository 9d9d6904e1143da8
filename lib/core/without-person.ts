import type { StoredEvent } from "./stored-event";

/** What stands where a person's name stood, once they are erased. */
export const WHO_LEFT = "Somebody who left";

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

/** A text that others were sent, without the person's name: whole words only, so that Al stays in Alpine. */
export function withoutName(text: string, name: string): string {
  const literal = name.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  return text.replace(new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, "gu"), WHO_LEFT);
}

/** The name as mails in HTML write it. */
export function escapedName(name: string): string {
  return name.replace(/[&<>"']/g, (one) => ENTITIES[one]!);
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#x27;",
};
