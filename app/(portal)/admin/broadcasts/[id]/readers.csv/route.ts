import { ownRoute } from "@/lib/http/own-route";
import { exportReaders } from "@/lib/usecases/broadcasts/export-readers";

/** Who was told of a broadcast, read and acknowledged it, as a file. */
export const GET = ownRoute(exportReaders);
