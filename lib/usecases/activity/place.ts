import type { Place } from "@/db/queries/activity";

/** A place in a list as a cursor carries it. */
export function placeText({ at, id }: Place): string {
  return `${at.getTime()} ${id}`;
}

export function placeOf(text: string): Place {
  const [at = "", id = ""] = text.split(" ");
  return { at: new Date(Number(at)), id };
}
