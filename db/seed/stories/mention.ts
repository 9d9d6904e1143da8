import { PEOPLE } from "../people";
import type { Subject } from "../records";
import type { EventPost } from "../teller";

/** Somebody is named in a text; `NAME` in the line becomes their first name. */
export function mention(
  topic: string,
  subject: Subject,
  { from, to, line }: { from: string; to: string; line: string },
): EventPost {
  return {
    topic,
    recipients: [{ user: to, as: "mentioned" }],
    actor: { user: from },
    subject,
    data: { comment: line.replace("NAME", firstName(to)) },
  };
}

function firstName(id: string): string {
  return PEOPLE.find((person) => person.id === id)?.name.split(" ")[0] ?? id;
}
