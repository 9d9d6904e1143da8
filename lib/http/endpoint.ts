import { Readable } from "node:stream";
import type { z } from "zod";
import { AppError, type FieldError, isAppError } from "@/lib/app-error";
import { isExceeded, type Rate, rateHeaders, secondsLeft } from "@/lib/core/rate";
import { type Runtime, runtime } from "@/lib/runtime";
import type { Context } from "@/lib/usecases/context";
import { idempotently } from "@/lib/usecases/idempotency/idempotently";
import { Download, Replay, type UseCase } from "@/lib/usecases/use-case";
import { entityTag, namesTag } from "./entity-tag";
import { fieldErrors, problem } from "./problem";
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
      const path = pathOf(await segment?.params, options.params);
      useCase.may(ctx, path);
      const { body, text } = await readBody(request, options);
      if (request.method === "POST") ctx.idempotency = idempotencyOf(request, text);
      ctx.precondition = preconditionOf(request);
      const fields = { ...queryOf(request), ...(body as object), ...path };
      const input = parse(useCase.input, options.inputOf ? options.inputOf(request, body) : fields);
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

/** The input as its schema takes it; throws a 422 with a pointer to each fault. */
export function parse<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new AppError("unprocessable", "Some fields cannot be accepted: see errors.", {
    errors: fieldErrors(parsed.error),
  });
}

/** A file to keep, and not to show. */
function fileResponse({ fileName, mediaType, parts }: Download, requestId: string): Response {
  const headers = {
    "cache-control": "private, no-store",
    "content-disposition": `attachment; filename="${fileName}"`,
    "content-type": mediaType,
    "x-content-type-options": "nosniff",
    "x-request-id": requestId,
  };
  return new Response(Readable.toWeb(Readable.from(bytesOf(parts))) as ReadableStream<Uint8Array>, { headers });
}

async function* bytesOf(parts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const part of parts) yield Buffer.from(part);
}

interface Answering extends Pick<RouteOptions, "status" | "location"> {
  requestId: string;
  request: Request;
}

function answer(result: unknown, { status = 200, location, requestId, request }: Answering): Reply {
  const headers: Record<string, string> = {
    "cache-control": "private, no-store",
    "x-content-type-options": "nosniff",
    "x-request-id": requestId,
  };
  if (result === undefined) return { status: 204, headers, body: null };
  headers["content-type"] = "application/json";
  if (result instanceof Replay) {
    headers["idempotent-replayed"] = "true";
    if (location !== undefined) headers.location = `${location}/${JSON.parse(result.body).id}`;
    return { status: result.status, headers, body: result.body || null };
  }
  if (location !== undefined) headers.location = `${location}/${(result as { id: string }).id}`;
  // HEAD answers as GET does, but for the body (RFC 9110), which the server leaves away.
  const reads = request.method === "GET" || request.method === "HEAD";
  const next = reads && (result as { next_cursor?: string | null }).next_cursor;
  if (next) headers.link = nextPage(request.url, next);
  const body = JSON.stringify(result);
  // A PATCH answers what a GET would then: its tag is the one to send with the next change.
  if (reads || request.method === "PATCH") headers.etag = entityTag(body);
  const known = reads ? request.headers.get("if-none-match") : null;
  if (known !== null && namesTag(known, headers.etag ?? "", { weak: true }))
    return { status: 304, headers, body: null };
  return { status, headers, body };
}

/** The same list from the cursor on, for who follows links (RFC 8288, C5). */
function nextPage(address: string, cursor: string): string {
  const { pathname, searchParams } = new URL(address);
  searchParams.set("cursor", cursor);
  return `<${pathname}?${searchParams}>; rel="next"`;
}
