import { methods } from "@/lib/http/methods";
import { route } from "@/lib/http/route";
import { createBroadcast } from "@/lib/usecases/broadcasts/create-broadcast";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(createBroadcast, { status: 202, location: "/api/v1/broadcasts" }),
});
