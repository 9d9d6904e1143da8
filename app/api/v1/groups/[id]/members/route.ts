import { methods } from "@/lib/http/methods";
import { route } from "@/lib/http/route";
import { putMembers } from "@/lib/usecases/directory/put-group";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  PUT: route(putMembers, { maxBytes: 16 * 1024 * 1024, limits: { maxValues: 1_000_000 } }),
});
