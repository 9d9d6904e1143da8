import { methods } from "@/lib/http/methods";
import { route } from "@/lib/http/route";
import { changeNotification } from "@/lib/usecases/inbox/change-notification";
import { getNotification } from "@/lib/usecases/inbox/get-notification";

const params = { id: "user", notification: "id" };

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(getNotification, { params }),
  PATCH: route(changeNotification, { params }),
});
