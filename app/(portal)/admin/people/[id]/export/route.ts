import { ownRoute } from "@/lib/http/own-route";
import { exportPerson } from "@/lib/usecases/people/export-person";

/** All that Belfry keeps about a person, to hand to them (S28). */
export const GET = ownRoute(exportPerson);
