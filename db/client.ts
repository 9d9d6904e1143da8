import { AppError } from "@/lib/app-error";
import type { Database } from "./database";
import { DIALECT, dialectOf } from "./dialect";

/** Opens the database of `url`; it must be of this process's dialect. Throws `AppError` when it cannot be opened. */
export async function openDatabase(url: string): Promise<Database> {
  if (dialectOf(url) !== DIALECT) {
    throw new AppError("internal", `This process speaks ${DIALECT}; set DATABASE_URL before it starts.`);
  }
  const { open } = DIALECT === "postgres" ? await import("./dialects/postgres") : await import("./dialects/sqlite");
  return open(url);
}
