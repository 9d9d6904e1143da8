import { methods } from "@/lib/http/methods";
import { route } from "@/lib/http/route";
import { readAll } from "@/lib/usecases/inbox/read-all";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(readAll, { params: { id: "user" } }),
});
