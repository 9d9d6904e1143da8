/** What a sample event of a topic is made from. */
export interface SampleOf {
  key: string;
  name: string;
  /** The relations that it tells; empty admits any. */
  audience: readonly string[];
}

/** An event of a topic as one would write it, to the reader. */
export function sampleOf(topic: SampleOf | undefined, me: string): string {
  const [as] = topic?.audience ?? [];
  const subject = { type: topic?.key.split(".")[0]?.replace(/s$/, "") ?? "record", id: "1", title: "A sample" };
  const event = {
    topic: topic?.key ?? "",
    recipients: [{ user: me, ...(as && { as }) }],
    actor: { name: "Somebody" },
    subject,
  };
  return JSON.stringify(event, null, 2);
}
