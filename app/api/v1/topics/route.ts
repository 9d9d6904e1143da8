import { methods } from "@/lib/http/methods";
import { route } from "@/lib/http/route";
import { listTopics } from "@/lib/usecases/catalogue/list-topics";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(listTopics),
});
