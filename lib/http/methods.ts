import { AppError } from "@/lib/app-error";
import { refuse } from "./refuse";
import { requestIdOf } from "./request-id";

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
type Method = (typeof METHODS)[number];

/** An endpoint, or what answers as one. */
type Handler = (request: Request, ...more: never[]) => Response | Promise<Response>;

/** All methods of one address: those given, and for the others a 405 that names them (RFC 9110, C2). */
export function methods<Given extends Partial<Record<Method, Handler>>>(
  given: Given,
): Given & Record<Method, (request: Request) => Promise<Response>> {
  // Who takes GET takes HEAD: Next answers it from the same handler.
  const allow = METHODS.flatMap((method) => (given[method] ? (method === "GET" ? ["GET", "HEAD"] : method) : [])).join(
    ", ",
  );
  const notAllowed = async (request: Request): Promise<Response> => {
    const error = new AppError("method_not_allowed", `This address takes ${allow}.`);
    const response = refuse(error, requestIdOf(request.headers));
    response.headers.set("allow", allow);
    return response;
  };
  const others = Object.fromEntries(METHODS.map((method) => [method, notAllowed]));
  return { ...others, ...given } as Given & Record<Method, (request: Request) => Promise<Response>>;
}
