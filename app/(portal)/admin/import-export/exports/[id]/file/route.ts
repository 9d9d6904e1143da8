import { ownRoute } from "@/lib/http/own-route";
import { downloadExport } from "@/lib/usecases/transfers/download-export";

/** Where the notification of an export leads: its file, for its creator (R7, R61). */
export const GET = ownRoute(downloadExport);
