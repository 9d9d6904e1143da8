import { CATALOGUE } from "@/lib/catalogue/catalogue";
import type { Topic } from "@/lib/core/topic";

const SHIPPED: ReadonlyMap<string, Topic> = new Map(
  CATALOGUE.flatMap(({ topics }) => topics.map((topic) => [topic.key, topic] as const)),
);
const SECTIONS: ReadonlySet<string> = new Set(CATALOGUE.map(({ key }) => key));

/** The topic as it ships; undefined for one of the workspace's own. */
export function shippedTopic(key: string): Topic | undefined {
  return SHIPPED.get(key);
}

export function isShipped(key: string): boolean {
  return SHIPPED.has(key);
}

export function isShippedSection(key: string): boolean {
  return SECTIONS.has(key);
}
