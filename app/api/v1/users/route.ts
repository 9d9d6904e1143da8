import { methods } from "@/lib/http/methods";
import { route } from "@/lib/http/route";
import { listUsers } from "@/lib/usecases/directory/read-users";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(listUsers),
});
