import { ownRoute } from "@/lib/http/own-route";
import { recordActivity } from "@/lib/usecases/inbox/record-activity";

export const POST = ownRoute(recordActivity);
