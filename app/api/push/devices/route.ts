import { ownRoute } from "@/lib/http/own-route";
import { renewDevice } from "@/lib/usecases/push/renew-device";

export const POST = ownRoute(renewDevice);
