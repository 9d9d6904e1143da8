import { isAppError } from "@/lib/app-error";
import { runtime } from "@/lib/runtime";
import { problem } from "./problem";

/** The problem that answers a fault. What nobody expected is logged here, and told to nobody (S26). */
export function refuse(error: unknown, requestId: string): Response {
  const response = problem(error, { requestId });
  // Not a fault of the client's, such as a tab that closes while it sends.
  if (response.status >= 500 && (!isAppError(error) || error.cause !== undefined)) {
    runtime().log.error({ err: error, request_id: requestId }, "request failed");
  }
  response.headers.set("x-request-id", requestId);
  return response;
}
