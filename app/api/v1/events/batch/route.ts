import { route } from "@/lib/http/route";
import { publishBatch } from "@/lib/usecases/events/publish-batch";

export const POST = route(publishBatch, {
  status: 202,
  maxBytes: 5 * 1024 * 1024,
  limits: { maxValues: 1_000_000 },
  idempotency: "stored-with-rows",
});
