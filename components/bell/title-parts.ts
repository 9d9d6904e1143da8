/** A title cut at the record it names, so that the record can stand out: joined, it is the title again. */
export function titleParts(
  title: string,
  record: string | undefined,
): { before: string; record: string; after: string } {
  const at = record ? title.indexOf(record) : -1;
  if (!record || at < 0) return { before: title, record: "", after: "" };
  return { before: title.slice(0, at), record, after: title.slice(at + record.length) };
}
