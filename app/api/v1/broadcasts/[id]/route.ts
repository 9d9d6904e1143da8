import { methods } from "@/lib/http/methods";
import { route } from "@/lib/http/route";
import { changeBroadcast } from "@/lib/usecases/broadcasts/change-broadcast";
import { getBroadcast } from "@/lib/usecases/broadcasts/read-broadcasts";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(getBroadcast),
  PATCH: route(changeBroadcast),
});
