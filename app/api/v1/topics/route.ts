import { route } from "@/lib/http/route";
import { listTopics } from "@/lib/usecases/catalogue/list-topics";

export const GET = route(listTopics);
