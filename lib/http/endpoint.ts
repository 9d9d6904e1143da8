import type { z } from "zod";
import { AppError, type FieldError, isAppError } from "@/lib/app-error";
import { isExceeded, type Rate, rateHeaders, secondsLeft } from "@/lib/core/rate";
import { type Runtime, runtime } from "@/lib/runtime";
import type { Context } from "@/lib/usecases/context";
import { idempotently } from "@/lib/usecases/idempotency/idempotently";
import { Download, type UseCase } from "@/lib/usecases/use-case";
import { answer, fileResponse } from "./answer";
import { parseInput } from "./parse-input";
import { refuse } from "./refuse";
import { type Reply, toResponse } from "./reply";
import { requestIdOf } from "./request-id";
import { type BodyRules, idempotencyOf, pathOf, preconditionOf, queryOf, readBody } from "./request-parts";

export interface RouteOptions extends BodyRules {
  /** Of a success; 200 by default, 204 where there is nothing to say. */
  status?: number;
  /** Which field of the input each part of the path is, where they differ. */
  params?: Readonly<Record<string, string>>;
  /** Where the input is not the fields of path, query and body: what it is made from. */
  inputOf?(request: Request, body: unknown): unknown;
  /** Where what the schema points at stands elsewhere in the request. */
  faultOf?(fault: FieldError): FieldError;
  /** Of what answers with an `id`: the address below which that is read. */
  location?: string;
  /** `stored-with-rows`: the use case keeps the key itself, in the transaction of what it writes. */
  idempotency?: "stored-with-rows";
}

/** What Next gives a route handler besides the request. */
interface Segment {
  params?: Promise<Record<string, string | string[] | undefined>>;
}

/** A route handler. `reply` gives the same answer in its parts, for server.ts, which mounts the hot ones without Next. */
export interface Endpoint {
  (request: Request, segment?: Segment): Promise<Response>;
  reply(request: Request, segment?: Segment): Promise<Reply | Response>;
  /** What it runs, for who describes it. */
  useCase: UseCase<z.ZodType, unknown>;
  options: RouteOptions;
}

/**
 * An endpoint over one use case: `who` says for whom; path, query and body are its input; the answer is its result, or the
 * problem (RFC 9457). Who may is asked by the path alone: nothing else is read of those who may not (S3).
 */
export function endpoint<Input extends z.ZodType, Output>(
  who: (request: Request, made: Runtime) => Promise<Context>,
  useCase: UseCase<Input, Output>,
  options: RouteOptions,
): Endpoint {
  async function reply(request: Request, segment?: Segment): Promise<Reply | Response> {
    const requestId = requestIdOf(request.headers);
    let rate: Rate | undefined;
    try {
      const ctx = await who(request, runtime());
      rate = ctx.rate;
      if (rate) refuseTooMany(rate);
      const path = segment?.params ? pathOf(await segment.params, options.params) : {};
      useCase.may(ctx, path);
      const { body, text } = await readBody(request, options);
      if (request.method === "POST") ctx.idempotency = idempotencyOf(request, text);
      ctx.precondition = preconditionOf(request);
      const fields = { ...queryOf(request), ...(body as object), ...path };
      const input = parseInput(useCase.input, options.inputOf ? options.inputOf(request, body) : fields);
      const run = () => useCase.run(ctx, input);
      const result =
        ctx.idempotency && options.idempotency !== "stored-with-rows"
          ? await idempotently(ctx, ctx.idempotency, options.status ?? 200, run)
          : await run();
      if (result instanceof Download) return fileResponse(result, requestId);
      const made = answer(result, { ...options, requestId, request });
      if (rate) Object.assign(made.headers, rateHeaders(rate));
      return made;
    } catch (error) {
      const refusal = refuse(options.faultOf ? placed(error, options.faultOf) : error, requestId);
      for (const [name, value] of Object.entries(rate ? rateHeaders(rate) : {})) refusal.headers.set(name, value);
      return refusal;
    }
  }
  async function handle(request: Request, segment?: Segment): Promise<Response> {
    const made = await reply(request, segment);
    return made instanceof Response ? made : toResponse(made);
  }
  return Object.assign(handle, { reply, useCase: useCase as unknown as Endpoint["useCase"], options });
}

function placed(error: unknown, faultOf: (fault: FieldError) => FieldError): unknown {
  if (!isAppError(error) || !error.errors) return error;
  return new AppError(error.code, error.detail, { ...error, errors: error.errors.map(faultOf) });
}

function refuseTooMany(rate: Rate): void {
  if (!isExceeded(rate)) return;
  const detail = `This app may make ${rate.limit} requests a minute. Go on after Retry-After.`;
  throw new AppError("too_many_requests", detail, { retryAfterSeconds: secondsLeft(rate) });
}
