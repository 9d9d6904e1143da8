import { route } from "@/lib/http/route";
import { changeNotification } from "@/lib/usecases/inbox/change-notification";
import { getNotification } from "@/lib/usecases/inbox/get-notification";

const params = { id: "user", notification: "id" };

export const GET = route(getNotification, { params });
export const PATCH = route(changeNotification, { params });
