import { methods } from "@/lib/http/methods";
import { route } from "@/lib/http/route";
import { deleteUser } from "@/lib/usecases/directory/delete-user";
import { putUser } from "@/lib/usecases/directory/put-user";
import { getUser } from "@/lib/usecases/directory/read-users";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(getUser),
  PUT: route(putUser),
  DELETE: route(deleteUser),
});
