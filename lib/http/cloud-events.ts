import { publishCloudEvent, publishCloudEvents } from "@/lib/usecases/events/publish-cloud-events";
import type { Endpoint } from "./endpoint";
import { route } from "./route";

const STORED = { status: 202, idempotency: "stored-with-rows" } as const;

/** As of plain events: where what became of it is read. */
export const EVENTS = "/api/v1/events";

/** The event with its attributes around it. */
const structured = route(publishCloudEvent, {
  ...STORED,
  location: EVENTS,
  mediaTypes: ["application/cloudevents+json"],
  limits: { maxDepth: 33 },
});

const batched = route(publishCloudEvents, {
  ...STORED,
  mediaTypes: ["application/cloudevents-batch+json"],
  maxBytes: 5 * 1024 * 1024,
  limits: { root: "array", maxValues: 1_000_000, maxDepth: 34 },
  inputOf: (_, body) => body,
});

/** The attributes in `ce-` headers, the data as the body. */
const binary = route(publishCloudEvent, {
  ...STORED,
  location: EVENTS,
  inputOf: (request, data) => ({ ...attributesOf(request), data }),
  faultOf: ({ pointer, ...fault }) => {
    if (pointer.startsWith("/data/")) return { ...fault, pointer: pointer.slice("/data".length) };
    return { ...fault, pointer: "", detail: `ce-${pointer.slice(1)}: ${fault.detail}` };
  },
});

/** One address for events as we write them and as CloudEvents 1.0 does, in its three modes (C4). */
export function withCloudEvents(plain: Endpoint): Endpoint {
  const pick = ({ headers }: Request): Endpoint => {
    const type = headers.get("content-type") ?? "";
    if (type === "application/json") return headers.has("ce-specversion") ? binary : plain;
    if (/^application\/cloudevents\+json\b/i.test(type)) return structured;
    if (/^application\/cloudevents-batch\+json\b/i.test(type)) return batched;
    return headers.has("ce-specversion") ? binary : plain;
  };
  const handle: Endpoint["reply"] = (request, segment) => pick(request).reply(request, segment);
  const endpoint = (request: Request, segment?: Parameters<Endpoint>[1]) => pick(request)(request, segment);
  return Object.assign(endpoint, { reply: handle, useCase: plain.useCase, options: plain.options });
}

/** `ce-` headers by name. What is not ASCII comes percent-encoded; `source` is a URI, and is so anyway (HTTP binding 3.1.3.2). */
function attributesOf({ headers }: Request): Record<string, string> {
  const found: Record<string, string> = {};
  headers.forEach((value, name) => {
    if (name.startsWith("ce-") && name !== "ce-data")
      found[name.slice(3)] = name === "ce-source" ? value : decoded(value);
  });
  return found;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
