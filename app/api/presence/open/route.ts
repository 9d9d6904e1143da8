import { ownRoute } from "@/lib/http/own-route";
import { recordOpen } from "@/lib/usecases/inbox/record-open";

export const POST = ownRoute(recordOpen);
