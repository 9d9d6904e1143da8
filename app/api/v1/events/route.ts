import { methods } from "@/lib/http/methods";
import { route } from "@/lib/http/route";
import { publishEvent } from "@/lib/usecases/events/publish-event";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(publishEvent, { status: 202, idempotency: "stored-with-rows" }),
});
