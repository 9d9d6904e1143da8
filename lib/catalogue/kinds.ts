import type { Topic } from "@/lib/core/topic";
import { actorDid, facts, job, named, quote, record } from "./phrases";
import { PERSONAL, topic } from "./topic";

type Kind = Pick<Topic, "key" | "name"> & Partial<Omit<Topic, "section">>;

/** Somebody became responsible for a record. Several at once become one notification (R77, R78). */
export function assigned(noun: string, told: Kind): Omit<Topic, "section"> {
  return topic({
    audience: ["assignee", "owner"],
    defaultOn: PERSONAL,
    mergeSeconds: 300,
    title: actorDid(`assigned you ${record(noun)}`, `You were assigned ${record(noun)}`),
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
