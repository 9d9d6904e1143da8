import { route } from "@/lib/http/route";
import { listNotifications } from "@/lib/usecases/inbox/list-notifications";

export const GET = route(listNotifications, { params: { id: "user" } });
