import { route } from "@/lib/http/route";
import { listGroups } from "@/lib/usecases/directory/read-groups";

export const GET = route(listGroups);
