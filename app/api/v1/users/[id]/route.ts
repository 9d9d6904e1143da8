import { route } from "@/lib/http/route";
import { deleteUser } from "@/lib/usecases/directory/delete-user";
import { putUser } from "@/lib/usecases/directory/put-user";
import { getUser } from "@/lib/usecases/directory/read-users";

export const GET = route(getUser);
export const PUT = route(putUser);
export const DELETE = route(deleteUser);
