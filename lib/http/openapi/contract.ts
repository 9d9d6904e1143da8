import { z } from "zod";

/** An answer as its client got it; `body` is the JSON, or the text where it is none. */
export interface Answered {
  method: string;
  /** With or without what is asked for behind `?`. */
  address: string;
  status: number;
  body: unknown;
}

type Schema = Record<string, unknown>;
interface Response {
  $ref?: string;
  content?: Record<string, { schema: Schema }>;
}
interface Document {
  paths: Record<string, Record<string, { responses: Record<string, Response> }>>;
  components: { schemas: { Problem: Schema } };
}

/** Any address stands for this one while a path is looked at. */
const HERE = "http://here.invalid";

/**
 * Holds answers against an OpenAPI document of Belfry as it was served (C1): says what an answer has that the document does
 * not declare; null where there is nothing to say, as of what is not of the API.
 */
export function contractOf(served: unknown): (answer: Answered) => string | null {
  const document = served as Document;
  const operations = Object.entries(document.paths).map(([path, methods]) => ({ pattern: patternOf(path), methods }));
  const problem = z.fromJSONSchema(readable(document.components.schemas.Problem));
  const known = new Map<Response, z.ZodType>();

  return ({ method, address, status, body }) => {
    // As clients send it: `/users/./groups` is `/users/groups`.
    const path = URL.canParse(address, HERE) ? new URL(address, HERE).pathname : "";
    if (!path.startsWith("/api/v1/") || path === "/api/v1/openapi.json" || status === 304 || method === "HEAD")
      return null;
    const operation = operations.find(({ pattern }) => pattern.test(path))?.methods[method.toLowerCase()];
    // Whatever is asked of an address that takes no such thing, the answer is a problem.
    const declared = operation ? operation.responses[status] : status >= 400 ? {} : undefined;
    if (!declared) return `${method} ${path} answered ${status}, which is not declared.`;
    const schema = status >= 400 ? problem : schemaOf(declared);
    const error = schema?.safeParse(body).error;
    if (error) return `${method} ${path} answered ${status} ${JSON.stringify(body)}: ${error.message}`.slice(0, 3000);
    return schema || body === "" ? null : `${method} ${path} answered ${status} with a body, which is not declared.`;
  };

  function schemaOf(response: Response): z.ZodType | undefined {
    const schema = response.content?.["application/json"]?.schema;
    const made = known.get(response) ?? (schema && z.fromJSONSchema(readable(schema)));
    if (made) known.set(response, made);
    return made;
  }
}

function patternOf(path: string): RegExp {
  return new RegExp(`^/api/v1${path.replaceAll(/\{\w+\}/g, "[^/]+")}$`);
}

/** Without patterns of Unicode, which zod reads without the flag that they need. */
function readable(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema), (key, value) =>
    key === "pattern" && /\\[pu]\{/.test(String(value)) ? undefined : value,
  );
}
