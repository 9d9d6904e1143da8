/** What became of a request; `detail` is for people, `errors` point into what was sent. */
export type Answer<T> =
  | { ok: true; value: T }
  | { ok: false; detail: string; errors?: { pointer: string; detail: string }[] };

/** What a request that got no answer became. */
export const OFFLINE: Extract<Answer<unknown>, { ok: false }> = {
  ok: false,
  detail: "Belfry did not answer. Try again.",
};

/** What went wrong, in words for who asked: the first fault of a field where there is one. */
export function faultOf({ detail, errors }: Extract<Answer<unknown>, { ok: false }>): string {
  return errors?.[0]?.detail ?? detail;
}

/** What is wrong with which field, by its name: `/media/3` is the field of all media. */
export function faultsOf({ errors = [] }: Extract<Answer<unknown>, { ok: false }>): Record<string, string> {
  const faults: Record<string, string> = {};
  for (const { pointer, detail } of errors) faults[pointer.split("/")[1] ?? ""] ??= detail;
  return faults;
}
