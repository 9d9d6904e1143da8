import { ownRoute } from "@/lib/http/own-route";
import { exportReaders } from "@/lib/usecases/broadcasts/export-readers";

export const GET = ownRoute(exportReaders);
