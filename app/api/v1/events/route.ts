import { EVENTS, withCloudEvents } from "@/lib/http/cloud-events";
import { methods } from "@/lib/http/methods";
import { route } from "@/lib/http/route";
import { publishEvent } from "@/lib/usecases/events/publish-event";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: withCloudEvents(route(publishEvent, { status: 202, location: EVENTS, idempotency: "stored-with-rows" })),
});
