import { ownRoute } from "@/lib/http/own-route";
import { exportDeadLetters } from "@/lib/usecases/delivery/export-dead-letters";

/** Dead letters as a file, as they are filtered on the page (C22). */
export const GET = ownRoute(exportDeadLetters);
