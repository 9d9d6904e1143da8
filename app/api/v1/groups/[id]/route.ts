import { route } from "@/lib/http/route";
import { deleteGroup, putGroup } from "@/lib/usecases/directory/put-group";
import { getGroup } from "@/lib/usecases/directory/read-groups";

export const GET = route(getGroup);
export const PUT = route(putGroup);
export const DELETE = route(deleteGroup);
