import { ownRoute } from "@/lib/http/own-route";
import { getBell } from "@/lib/usecases/inbox/get-bell";

export const GET = ownRoute(getBell);
