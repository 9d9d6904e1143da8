import { SHIPPED_WINDOW } from "@/lib/core/merge-window";
import type { Topic } from "@/lib/core/topic";
import { actorDid, facts, job, named, quote, record, records } from "./phrases";
import { PERSONAL, topic } from "./topic";

type Kind = Pick<Topic, "key" | "name"> & Partial<Omit<Topic, "section">>;

/** Somebody became responsible for a record. Several at once become one notification that counts (R77, R78). */
export function assigned(noun: string, plural: string, told: Kind): Omit<Topic, "section"> {
  const alone = actorDid(`assigned you ${record(noun)}`, `You were assigned ${record(noun)}`);
  return merging(`You were assigned {{ notification.count | grouped }} ${plural}`, {
    audience: ["assignee", "owner"],
    title: alone,
    ...told,
  });
}

/** A topic whose events wait for each other; `several` is what the notification of more than one says. */
export function merging(several: string, { title, body = "", ...told }: Kind & Pick<Topic, "title">) {
  return topic({
    defaultOn: PERSONAL,
    mergeSeconds: SHIPPED_WINDOW,
    title: `{% if notification.count > 1 %}${several}{% else %}${title}{% endif %}`,
    body: `{% if notification.count > 1 %}${records()}{% else %}${body}{% endif %}`,
    url: "{% unless notification.count > 1 %}{{ subject.url }}{% endunless %}",
    ...told,
  });
}

/** Somebody was named in a text; `place` says where, such as `on ACME renewal`. */
export function mentioned(place: string, told: Kind): Omit<Topic, "section"> {
  return topic({
    audience: ["mentioned"],
    defaultOn: PERSONAL,
    title: actorDid(`mentioned you ${place}`, `You were mentioned ${place}`),
    body: facts(quote("data.comment")),
    ...told,
  });
}

/** A job ran to its end: `The SEO scan of example.com finished`. */
export function finished(work: string, preposition: string, told: Kind): Omit<Topic, "section"> {
  const what = work + named(` ${preposition} `);
  return topic({
    title: job({ running: `${what} is running`, failure: `${what} failed`, success: `${what} finished` }),
    ...told,
  });
}
