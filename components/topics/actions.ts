import type { OwnTopic } from "@/lib/core/own-topic";

/** What became of a request; `detail` is for people, `errors` point into what was sent. */
export type Answer<T> =
  | { ok: true; value: T }
  | { ok: false; detail: string; errors?: { pointer: string; detail: string }[] };

/** What the pages of topics can ask for. */
export interface TopicActions {
  save(topic: OwnTopic): Promise<Answer<unknown>>;
  remove(key: string): Promise<Answer<unknown>>;
}

export const OFFLINE: { ok: false; detail: string; errors?: undefined } = {
  ok: false,
  detail: "Belfry did not answer. Try again.",
};

/** What is wrong with which field, by its name: `/media/3` is the field of all media. */
export function faultsOf({ errors = [] }: Extract<Answer<unknown>, { ok: false }>): Record<string, string> {
  const faults: Record<string, string> = {};
  for (const { pointer, detail } of errors) faults[pointer.split("/")[1] ?? ""] ??= detail;
  return faults;
}
