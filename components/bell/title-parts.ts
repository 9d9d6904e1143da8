/** A title cut at the record it names, so that the record can stand out: the parts joined are the title again. */
export function titleParts(title: string, record: string | undefined): { text: string; record: boolean }[] {
  const at = record ? title.indexOf(record) : -1;
  if (!record || at < 0) return [{ text: title, record: false }];
  return [
    { text: title.slice(0, at), record: false },
    { text: record, record: true },
    { text: title.slice(at + record.length), record: false },
  ].filter((part) => part.text !== "");
}
