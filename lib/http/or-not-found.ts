import { notFound } from "next/navigation";
import { isAppError } from "@/lib/app-error";

const ABSENT: readonly string[] = ["not_found", "unprocessable", "bad_request"];

/** For pages: what is not there, may not be seen, or is asked for in a way that means nothing answers 404 (api.md, section 3). */
export async function orNotFound<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (isAppError(error) && ABSENT.includes(error.code)) notFound();
    throw error;
  }
}
