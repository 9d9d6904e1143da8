import { unstable_isUnrecognizedActionError } from "next/navigation";

/** A request that was refused: `detail` is for people, `errors` point into what was sent. */
export interface Refusal {
  ok: false;
  detail: string;
  errors?: readonly { pointer: string; detail: string }[];
}

/** What became of a request. */
export type Answer<T = unknown> = { ok: true; value: T } | Refusal;

/** What a request that got no answer became: of a page that a newer Belfry does not know, trying again is no help. */
export function noAnswer(error: unknown): Refusal {
  if (unstable_isUnrecognizedActionError(error))
    return { ok: false, detail: "Belfry is newer than this page. Reload it." };
  return { ok: false, detail: "Belfry did not answer. Try again." };
}

/** What went wrong, in words for who asked: the first fault of a field where there is one. */
export function faultOf({ detail, errors }: Refusal): string {
  return errors?.[0]?.detail ?? detail;
}

/** What is wrong with which field, by its name: `/media/3` is the field of all media. */
export function faultsOf({ errors = [] }: Refusal): Record<string, string> {
  const faults: Record<string, string> = {};
  for (const { pointer, detail } of errors) faults[pointer.split("/")[1] ?? ""] ??= detail;
  return faults;
}
