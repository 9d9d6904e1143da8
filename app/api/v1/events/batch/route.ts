import { methods } from "@/lib/http/methods";
import { route } from "@/lib/http/route";
import { publishBatch } from "@/lib/usecases/events/publish-batch";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(publishBatch, {
    status: 202,
    maxBytes: 5 * 1024 * 1024,
    // Two levels more than one event has: the list, and the object around it.
    limits: { maxValues: 1_000_000, maxDepth: 34 },
    idempotency: "stored-with-rows",
  }),
});
