import { methods } from "@/lib/http/methods";
import { route } from "@/lib/http/route";
import { deleteTopic } from "@/lib/usecases/catalogue/delete-topic";
import { getTopic } from "@/lib/usecases/catalogue/list-topics";
import { putTopic } from "@/lib/usecases/catalogue/put-topic";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(getTopic),
  PUT: route(putTopic),
  DELETE: route(deleteTopic),
});
