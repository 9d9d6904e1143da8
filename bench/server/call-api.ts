import type { Belfry } from "./start-belfry";

/** One request to the public API, at a path below `/api/v1`; answers its JSON, and throws when it was refused. */
export async function callApi<T>(
  { port }: Belfry,
  key: string,
  [method, path]: readonly ["GET" | "POST" | "PUT", string],
  body?: object,
): Promise<T> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, ...(body && { "content-type": "application/json" }) },
    body: body && JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${method} ${path} was answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as T;
}
