import type { Medium } from "@/lib/core/channel";
import { plainTopic, type Section, type Topic } from "@/lib/core/topic";

type Told = Pick<Topic, "key" | "name" | "title"> & Partial<Omit<Topic, "section">>;

/** On by default for what waits on this very person: email, desktop and mobile. */
export const PERSONAL: Medium[] = ["email", "desktop", "mobile"];

/** On by default for what should also be found later in the mailbox. */
export const RECORDED: Medium[] = ["email", "desktop"];

/** A topic from what is special about it. */
export function topic(told: Told): Omit<Topic, "section"> {
  return { ...plainTopic(), ...told };
}

/** A section, which stamps its key on its topics. */
export function section(key: string, name: string, description: string, topics: Omit<Topic, "section">[]): Section {
  return { key, name, description, topics: topics.map((one) => ({ ...one, section: key })) };
}
