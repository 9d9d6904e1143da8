/** The whole number that a field of a form says, with or without grouping; null where it is empty, NaN where it is none. */
export function readCount(given: FormDataEntryValue | null): number | null {
  const text = String(given ?? "").trim();
  return text === "" ? null : Number(text.replace(/[\s,.]/g, ""));
}
