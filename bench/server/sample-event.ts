import type { z } from "zod";
import type { EventInput } from "@/lib/core/event";

/** An event as an integration posts it, about 600 bytes of JSON, for one person. */
export function sampleEvent(person: number): z.input<typeof EventInput> {
  return {
    topic: "orders.changed",
    recipients: [{ user: `person-${person}`, as: "owner" }],
    actor: { name: "Miriam Okafor" },
    subject: {
      type: "deal",
      id: `deal-${4000 + person}`,
      title: "Nordhagen Logistics: cold storage, second site",
      url: `/deals/${4000 + person}`,
    },
    data: {
      value: 48_500,
      currency: "EUR",
      pipeline: "Warehousing",
      stage: "Proposal made",
      expected_close: "2026-12-18",
      previous_owner: "Tomasz Zielinski",
      note: "They want the dock doors priced apart from the racking, and an answer before their board meets on the 9th. Tomasz has the drawings; the surveyor's measurements are in the shared folder of the deal.",
    },
    origin: "ui",
  };
}
