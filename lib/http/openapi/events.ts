import { CloudEvent } from "@/lib/core/cloud-event";
import { cancelEvent } from "@/lib/usecases/events/cancel-event";
import { dryRunEvent } from "@/lib/usecases/events/dry-run-event";
import { getEvent } from "@/lib/usecases/events/get-event";
import { publishBatch } from "@/lib/usecases/events/publish-batch";
import { publishCloudEvents } from "@/lib/usecases/events/publish-cloud-events";
import { publishEvent } from "@/lib/usecases/events/publish-event";
import { AcceptedAny, AcceptedBatch, Cancelled, DryRun, Event } from "./answers";
import type { Operation } from "./operation";

const EVENT = {
  topic: "deals.assigned",
  recipients: [{ user: "ada", as: "assignee" }],
  actor: { name: "Grace" },
  subject: { type: "deal", id: "42", title: "ACME renewal", url: "https://crm.example/deals/42" },
  data: { value: 1200 },
};

export const events: readonly Operation[] = [
  {
    method: "POST",
    path: "/events",
    useCase: publishEvent,
    tag: "Events",
    summary: "Say what happened",
    details:
      "202 means: on disk. Takes CloudEvents 1.0 too, structured, batched and binary (ce- headers): type is the topic, data the rest, source and id the idempotency key.",
    scope: "events:write",
    status: 202,
    answer: AcceptedAny,
    example: EVENT,
    also: {
      "application/cloudevents+json": CloudEvent,
      "application/cloudevents-batch+json": publishCloudEvents.input,
    },
  },
  {
    method: "POST",
    path: "/events/batch",
    useCase: publishBatch,
    tag: "Events",
    summary: "Say many things at once",
    details: "1 to 1,000 events, all or nothing. Faults are pointed at, such as /events/3/topic.",
    scope: "events:write",
    status: 202,
    answer: AcceptedBatch,
    example: { events: [EVENT, { topic: "apps.message", recipients: [{ user: "ada" }], title: "The import is done" }] },
  },
  {
    method: "POST",
    path: "/events/dry-run",
    useCase: dryRunEvent,
    tag: "Events",
    summary: "Try what an event would do",
    details: "The decisions it would make now. Nobody is told, and nothing is written.",
    scope: "events:write",
    answer: DryRun,
    example: EVENT,
  },
  {
    method: "GET",
    path: "/events/{id}",
    useCase: getEvent,
    tag: "Events",
    summary: "See what became of an event",
    details: "For each recipient and channel the outcome, the reason and who decided; decisions come in pages.",
    scope: "events:read",
    answer: Event,
  },
  {
    method: "DELETE",
    path: "/events/{id}",
    useCase: cancelEvent,
    tag: "Events",
    summary: "Take an event back",
    details: "While it is scheduled or still merging, and each decision then says so; 409 once it was told.",
    scope: "events:write",
    answer: Cancelled,
  },
];
