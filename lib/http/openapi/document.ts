import { z } from "zod";
import { Problem } from "./answers";
import type { Operation } from "./operation";
import { OPERATIONS } from "./operations";

type Schema = Record<string, unknown>;

/** The API as OpenAPI 3.1, made from the schemas that validate (C1). `server` is the address of this installation. */
export function openApiDocument(server: string): Schema {
  const paths: Record<string, Schema> = {};
  for (const operation of OPERATIONS) {
    paths[operation.path] = { ...paths[operation.path], [operation.method.toLowerCase()]: described(operation) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Belfry",
      version: "1",
      description: "Say what happened; Belfry decides who hears of it, where and when, and can tell why.",
    },
    servers: [{ url: `${server}/api/v1` }],
    security: [{ key: [] }],
    tags: [...new Set(OPERATIONS.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: { key: { type: "http", scheme: "bearer", description: "An API key: bfy_…" } },
      schemas: { Problem: schemaOf(Problem, "output") },
      responses: {
        Problem: {
          description: "What went wrong and how to mend it (RFC 9457)",
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
      },
    },
  };
}

function described(operation: Operation): Schema {
  const { method, path, tag, summary, details, scope, answer, example, also = {} } = operation;
  const { inPath, others, required } = fieldsOf(operation);
  const hasBody = method === "POST" || method === "PUT" || method === "PATCH";
  const body = { type: "object", properties: others, required, additionalProperties: false };
  const json = { "application/json": { schema: body, ...(example !== undefined && { example }) } };
  const merge = method === "PATCH" && { "application/merge-patch+json": { schema: body } };
  const more = Object.entries(also).map(([type, schema]) => [type, { schema: schemaOf(schema, "input") }]);
  const status = answer ? (operation.status ?? 200) : 204;
  return {
    operationId: `${method.toLowerCase()}${path.replaceAll(/[/{}-]+(\w?)/g, (_, next: string) => next.toUpperCase())}`,
    summary,
    description: [details, scope ? `Needs the scope \`${scope}\`.` : "Any key may."].filter(Boolean).join(" "),
    tags: [tag],
    parameters: [
      ...Object.entries(inPath).map(([name, schema]) => ({ name, in: "path", required: true, schema })),
      ...(hasBody ? [] : Object.entries(others).map(([name, schema]) => ({ name, in: "query", schema }))),
      ...(method === "POST" ? [IDEMPOTENCY_KEY] : []),
      ...(changesKnown(method) ? [IF_MATCH] : []),
    ],
    ...(hasBody && {
      requestBody: { required: required.length > 0, content: { ...json, ...merge, ...Object.fromEntries(more) } },
    }),
    responses: { [status]: success(operation), ...problems(operation, hasBody) },
  };
}

/** Whether it changes what a GET answers, with its tag. */
function changesKnown(method: Operation["method"]): boolean {
  return method === "PUT" || method === "PATCH" || method === "DELETE";
}

/** The fields of the input by where they come from. Of a union there are none to tell apart: it is the body as it stands. */
export function fieldsOf({ path, params = {}, useCase }: Operation) {
  const { properties = {}, required = [] } = schemaOf(useCase.input, "input") as {
    properties?: Record<string, Schema>;
    required?: string[];
  };
  const others = { ...properties };
  const inPath: Record<string, Schema> = {};
  for (const [, name = ""] of path.matchAll(/\{(\w+)\}/g)) {
    const field = params[name] ?? name;
    inPath[name] = others[field] ?? { type: "string" };
    delete others[field];
  }
  return { inPath, others, required: required.filter((field) => field in others) };
}

function success({ answer, method, status }: Operation): Schema {
  if (!answer) return { description: "Done" };
  return {
    description: "Done",
    headers: {
      ...HEADERS,
      ...((method === "GET" || method === "PATCH") && { ETag }),
      ...(status === 202 && { Location }),
      ...(pages(answer) && { Link }),
    },
    content: { "application/json": { schema: schemaOf(answer, "output") } },
  };
}

function pages(answer: z.ZodType): boolean {
  return answer instanceof z.ZodObject && "next_cursor" in answer.shape;
}

/** Each fault that can be met at this endpoint. */
function problems({ path, scope, method }: Operation, hasBody: boolean): Record<string, Schema> {
  const codes = [400, 401, 429, 503];
  if (scope) codes.push(403);
  if (path.includes("{")) codes.push(404);
  if (hasBody) codes.push(413, 415, 422);
  else codes.push(422);
  if (method !== "GET") codes.push(409);
  if (changesKnown(method)) codes.push(412);
  return Object.fromEntries(codes.sort().map((code) => [code, { $ref: "#/components/responses/Problem" }]));
}

function schemaOf(schema: z.ZodType, io: "input" | "output"): Schema {
  const { $schema, ...made } = z.toJSONSchema(schema, { io, unrepresentable: "any" }) as Schema;
  return made;
}

const IDEMPOTENCY_KEY = {
  name: "Idempotency-Key",
  in: "header",
  description: "The same key and body answer the first response for 24 hours.",
  schema: { type: "string", minLength: 1, maxLength: 255 },
};

const IF_MATCH = {
  name: "If-Match",
  in: "header",
  description: "The ETag of what was read: 412 where it was changed since. `*` stands for whatever is there.",
  schema: { type: "string" },
};

const ETag = {
  description: "For If-None-Match when it is read again, and for If-Match when it is changed",
  schema: { type: "string" },
};

const Location = {
  description: "Where what becomes of it is read; of several at once, none",
  schema: { type: "string" },
};

const Link = { description: 'The next page, as rel="next", where there is one', schema: { type: "string" } };

const HEADERS = {
  "X-Request-Id": { schema: { type: "string" } },
  RateLimit: { description: "What remains of the app's limit, where it has one", schema: { type: "string" } },
  "RateLimit-Policy": { description: "The app's limit, where it has one", schema: { type: "string" } },
};
