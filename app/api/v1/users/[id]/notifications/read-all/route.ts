import { route } from "@/lib/http/route";
import { readAll } from "@/lib/usecases/inbox/read-all";

export const POST = route(readAll, { params: { id: "user" } });
