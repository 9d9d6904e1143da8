import type { TriggerInput } from "@/lib/core/trigger-input";
import { EVERYBODY } from "@/lib/core/trigger-view";

/** A trigger while it is written: text as it stands in the fields. */
export interface TriggerDraft {
  name: string;
  topic: string;
  condition: string;
  raises: string;
  everybody: boolean;
  /** Divided by commas. */
  relations: string;
  groups: string[];
}

export const NEW_TRIGGER: TriggerDraft = {
  name: "",
  topic: "",
  condition: "",
  raises: "",
  everybody: false,
  relations: "",
  groups: [],
};

export function draftOf({ name, topic, condition, raises, relations, groups }: TriggerInput): TriggerDraft {
  return {
    name,
    topic,
    raises,
    groups,
    condition: condition ?? "",
    everybody: relations.includes(EVERYBODY),
    relations: relations.filter((one) => one !== EVERYBODY).join(", "),
  };
}

/** As it is sent: what cannot be a trigger is for the server to refuse. */
export function triggerOf({
  name,
  topic,
  condition,
  raises,
  everybody,
  relations,
  groups,
}: TriggerDraft): TriggerInput {
  const named = relations.split(",").map((one) => one.trim());
  return {
    name: name.trim(),
    topic,
    raises,
    groups,
    condition: condition.trim() === "" ? null : condition,
    relations: everybody ? [EVERYBODY] : named.filter(Boolean),
  };
}
