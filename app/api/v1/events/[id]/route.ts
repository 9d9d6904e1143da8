import { methods } from "@/lib/http/methods";
import { route } from "@/lib/http/route";
import { cancelEvent } from "@/lib/usecases/events/cancel-event";
import { getEvent } from "@/lib/usecases/events/get-event";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(getEvent),
  DELETE: route(cancelEvent),
});
