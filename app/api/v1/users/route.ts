import { route } from "@/lib/http/route";
import { listUsers } from "@/lib/usecases/directory/read-users";

export const GET = route(listUsers);
