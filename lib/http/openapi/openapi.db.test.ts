import { afterAll, beforeAll, expect, test } from "vitest";
import { serveApi } from "../testing";
import { guide } from "./guide";
import { OPERATIONS } from "./operations";

let api: Awaited<ReturnType<typeof serveApi>>;

beforeAll(async () => {
  api = await serveApi();
  await api.addUser("ada");
  await api.addGroup("sales", []);
});
afterAll(() => api.close());

test("C1: every endpoint of every route file is in the document, with what it runs and its status", async () => {
  const exported: unknown[] = [];
  for (const { path, load } of api.routes) {
    if (!path.startsWith("/api/v1/") || path.includes("[...")) continue;
    for (const [method, handler] of Object.entries(await load())) {
      if (!("useCase" in handler)) continue;
      const { useCase, options } = handler as unknown as {
        useCase: unknown;
        options: { status?: number; params?: object };
      };
      const address = path.replace("/api/v1", "").replaceAll(/\[(\w+)\]/g, "{$1}");
      const described = OPERATIONS.find((one) => one.method === method && one.path === address);
      expect(described, `${method} ${address} is not described in lib/http/openapi`).toBeDefined();
      expect(described?.useCase, `${method} ${address}`).toBe(useCase);
      expect(described?.status ?? 200, `${method} ${address}`).toBe(options.status ?? 200);
      expect(described?.params ?? {}, `${method} ${address}`).toEqual(options.params ?? {});
      exported.push(described);
    }
  }
  expect(new Set(exported).size).toBe(OPERATIONS.length);
});

test("C1: the document is OpenAPI 3.1, for anybody, with each address, body and answer", async () => {
  const { status, body } = await api.call("GET", "/api/v1/openapi.json", { key: null });
  expect(status).toBe(200);
  expect(body.openapi).toBe("3.1.0");
  const ids = Object.values(body.paths as Record<string, Record<string, { operationId: string }>>).flatMap((one) =>
    Object.values(one).map(({ operationId }) => operationId),
  );
  expect(ids).toHaveLength(OPERATIONS.length);
  expect(new Set(ids).size).toBe(ids.length);
  const post = body.paths["/events"].post;
  expect(post.requestBody.content["application/json"].schema.required).toEqual(["topic", "recipients"]);
  expect(Object.keys(post.requestBody.content)).toHaveLength(3);
  const list = body.paths["/users/{id}/notifications"].get;
  expect(list.parameters.map((one: { name: string }) => one.name)).toEqual(["id", "limit", "cursor", "tab", "unread"]);
  expect(body.paths["/topics/{key}"].put.requestBody.content["application/json"].schema.properties).not.toHaveProperty(
    "key",
  );
});

test("C1: each example of the document runs as it stands", async () => {
  for (const { method, path, example, at = {}, status = 200 } of OPERATIONS) {
    if (example === undefined) continue;
    const address = `/api/v1${path.replaceAll(/\{(\w+)\}/g, (_, name: string) => at[name] ?? "")}`;
    const answer = await api.call(method, address, { json: example });
    expect(answer.status, `${method} ${address} ${JSON.stringify(answer.body)}`).toBe(status);
  }
});

test("the page for developers shows each endpoint with its fields in words", () => {
  const shown = guide("http://localhost:3000").flatMap(({ operations }) => operations);
  expect(shown).toHaveLength(OPERATIONS.length);
  for (const { fields, curl } of shown) {
    expect(
      fields.filter(({ kind }) => kind === ""),
      curl,
    ).toEqual([]);
  }
  const put = shown.find(({ method, path }) => method === "PUT" && path === "/topics/{key}");
  expect(put?.fields.find(({ name }) => name === "media")?.kind).toBe("list of: email, desktop, apps, mobile");
  expect(put?.fields.filter(({ required }) => required).map(({ name }) => name)).toEqual(["name"]);
});
