import { AppError } from "@/lib/app-error";
import { refuse } from "@/lib/http/refuse";

/** No endpoint: said as every other fault of the API. */
function nothing(request: Request): Response {
  const error = new AppError("not_found", "There is no such endpoint. See /developers for those there are.");
  return refuse(error, request.headers.get("x-request-id") ?? "");
}

export { nothing as DELETE, nothing as GET, nothing as PATCH, nothing as POST, nothing as PUT };
