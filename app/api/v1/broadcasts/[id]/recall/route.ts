import { methods } from "@/lib/http/methods";
import { route } from "@/lib/http/route";
import { recallBroadcast } from "@/lib/usecases/broadcasts/recall-broadcast";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(recallBroadcast),
});
