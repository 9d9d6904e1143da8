import { methods } from "@/lib/http/methods";
import { route } from "@/lib/http/route";
import { dryRunEvent } from "@/lib/usecases/events/dry-run-event";

export const { GET, POST, PUT, PATCH, DELETE } = methods({ POST: route(dryRunEvent) });
