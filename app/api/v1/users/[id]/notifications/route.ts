import { methods } from "@/lib/http/methods";
import { route } from "@/lib/http/route";
import { listNotifications } from "@/lib/usecases/inbox/list-notifications";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(listNotifications, { params: { id: "user" } }),
});
