import { route } from "@/lib/http/route";
import { publishEvent } from "@/lib/usecases/events/publish-event";

export const POST = route(publishEvent, { status: 202, idempotency: "stored-with-rows" });
