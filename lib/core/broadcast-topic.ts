import type { BroadcastTerms } from "./broadcast";
import type { Topic } from "./topic";

/** The key of the topic that every broadcast is of. */
export const BROADCASTS = "broadcasts.message";

const known = new WeakMap<Topic, Map<string, Topic>>();

/**
 * The topic as one broadcast has it: with its urgency, without email where the sender wants none, and with email
 * required where it is critical (api.md, section 4). The same object for the same terms: plans are kept by topic.
 */
export function asBroadcast(topic: Topic, terms: Pick<BroadcastTerms, "email" | "urgency"> | undefined): Topic {
  if (!terms) return topic;
  const variants = known.get(topic) ?? new Map<string, Topic>();
  known.set(topic, variants);
  const name = `${terms.urgency} ${terms.email}`;
  const variant = variants.get(name) ?? varied(topic, terms);
  variants.set(name, variant);
  return variant;
}

function varied(topic: Topic, { email, urgency }: Pick<BroadcastTerms, "email" | "urgency">): Topic {
  const isForced = urgency === "critical" && !topic.required.includes("email");
  return {
    ...topic,
    urgency,
    media: email || urgency === "critical" ? topic.media : topic.media.filter((medium) => medium !== "email"),
    required: isForced ? [...topic.required, "email"] : topic.required,
  };
}
