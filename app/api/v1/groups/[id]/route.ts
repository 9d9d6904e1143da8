import { methods } from "@/lib/http/methods";
import { route } from "@/lib/http/route";
import { deleteGroup, putGroup } from "@/lib/usecases/directory/put-group";
import { getGroup } from "@/lib/usecases/directory/read-groups";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(getGroup),
  PUT: route(putGroup),
  DELETE: route(deleteGroup),
});
