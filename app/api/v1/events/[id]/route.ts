import { methods } from "@/lib/http/methods";
import { route } from "@/lib/http/route";
import { getEvent } from "@/lib/usecases/events/get-event";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(getEvent),
});
