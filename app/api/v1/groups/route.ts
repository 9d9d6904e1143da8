import { methods } from "@/lib/http/methods";
import { route } from "@/lib/http/route";
import { listGroups } from "@/lib/usecases/directory/read-groups";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(listGroups),
});
