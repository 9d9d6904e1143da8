import { route } from "@/lib/http/route";
import { getEvent } from "@/lib/usecases/events/get-event";

export const GET = route(getEvent);
