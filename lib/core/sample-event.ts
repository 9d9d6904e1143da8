import { z } from "zod";
import { EventInput } from "./event";

const Name = z.strictObject({ name: z.string().max(200) });

/** What a template is shown with: the parts of an event that it may speak of. */
export const SampleEvent = z.strictObject({
  actor: Name.optional(),
  subject: EventInput.shape.subject,
  data: EventInput.shape.data,
  app: Name.optional(),
});
export type SampleEvent = z.output<typeof SampleEvent>;

/** A sample for templates nobody has posted to yet: every field of `data` that they mention has some value. */
export function sampleFor(topic: { key: string; title: string; body: string }): SampleEvent {
  const type = topic.key.split(".")[0]!.replace(/s$/, "") || "record";
  const mentioned = `${topic.title} ${topic.body}`.matchAll(/\bdata\.([A-Za-z_]\w*)/g);
  const names = [...new Set([...mentioned].map(([, name]) => name!))];
  return {
    actor: { name: "Grace Hopper" },
    subject: { type, id: "42", title: "ACME renewal", url: "https://crm.example/records/42" },
    data: Object.fromEntries(names.map((name) => [name, sampleValue(name)])),
    app: { name: "CRM" },
  };
}

function sampleValue(name: string): unknown {
  if (/value|amount|count|total|score|minutes|rows|probability|progress/.test(name)) return 42;
  if (/(_on|_at|_until|date)$/.test(name)) return "2026-12-01";
  if (name === "currency") return "EUR";
  if (name === "status") return "success";
  return name.replaceAll("_", " ").replace(/^./, (first) => first.toUpperCase());
}
