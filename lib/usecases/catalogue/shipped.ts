import { CATALOGUE } from "@/lib/catalogue/catalogue";

const TOPICS: ReadonlySet<string> = new Set(CATALOGUE.flatMap(({ topics }) => topics.map(({ key }) => key)));
const SECTIONS: ReadonlySet<string> = new Set(CATALOGUE.map(({ key }) => key));

/** Whether a topic ships with Belfry; else it is of the workspace's own. */
export function isShipped(key: string): boolean {
  return TOPICS.has(key);
}

export function isShippedSection(key: string): boolean {
  return SECTIONS.has(key);
}
