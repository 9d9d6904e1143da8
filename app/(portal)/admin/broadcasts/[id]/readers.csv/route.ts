import { download } from "@/lib/http/download";
import { exportReaders } from "@/lib/usecases/broadcasts/export-readers";

export const GET = download(exportReaders);
