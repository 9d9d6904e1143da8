import { once } from "node:events";
import { createServer, type IncomingMessage, request } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { createLog } from "@/lib/log";
import type { Runtime } from "@/lib/runtime";
import { receive } from "./receive";

/** What Next, or a route mounted beside it, is given of a request with these headers. */
async function given(headers: Record<string, string>, trustedHops = 0) {
  const made = { env: { TRUSTED_HOPS: trustedHops }, log: createLog("fatal") } as unknown as Runtime;
  const server = createServer(
    receive(made, ({ headers, rawHeaders }, response) => response.end(JSON.stringify({ headers, rawHeaders })), null),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, { headers });
  server.close();
  return (await answer.json()) as { headers: Record<string, string>; rawHeaders: string[] };
}

test("believes no address that a caller sends, in either form of the headers (S15)", async () => {
  const { headers, rawHeaders } = await given({ "x-belfry-address": "6.6.6.6", "x-forwarded-for": "6.6.6.6" });
  expect(headers["x-belfry-address"]).toBe("127.0.0.1");
  expect(rawHeaders.filter((one) => one.toLowerCase() === "x-belfry-address")).toHaveLength(1);
  expect(rawHeaders[rawHeaders.indexOf("x-belfry-address") + 1]).toBe("127.0.0.1");
});

test("counts the address from the end, by the proxies that are ours", async () => {
  const { headers } = await given({ "x-forwarded-for": "6.6.6.6, 10.0.0.7, 10.0.0.8" }, 2);
  expect(headers["x-belfry-address"]).toBe("10.0.0.7");
});

test("keeps a request id that is one, and makes one otherwise", async () => {
  expect((await given({ "x-request-id": "abc-1" })).headers["x-request-id"]).toBe("abc-1");
  expect((await given({ "x-request-id": "a b\tc" })).headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
});

test.each(["/api/v1/users/%E0%A4%A", "/n/%zz", "/%"])(
  "answers %s by a problem, where Next would fail",
  async (path) => {
    const made = { env: { TRUSTED_HOPS: 0 }, log: createLog("fatal") } as unknown as Runtime;
    const server = createServer(receive(made, (_, response) => response.end("Next"), null));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const ask = (asked: string) => fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${asked}`);
    const answer = await ask(path);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(await answer.json()).toMatchObject({ status: 400, type: "/problems/bad-request" });
    expect(await (await ask("/api/v1/users/%C3%A5?q=%zz")).text()).toBe("Next");
    server.close();
  },
);

test.each(["TRACE", "PROPFIND"])("refuses %s itself, by a problem that names what is taken (C2)", async (method) => {
  const made = { env: { TRUSTED_HOPS: 0 }, log: createLog("fatal") } as unknown as Runtime;
  const server = createServer(receive(made, () => expect.unreachable(), null));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const [answer] = (await once(request({ port, method, path: "/api/v1/users" }).end(), "response")) as [
    IncomingMessage,
  ];
  const body = JSON.parse((await answer.toArray()).join(""));
  server.close();
  expect(answer).toMatchObject({ statusCode: 405, headers: { "content-type": "application/problem+json" } });
  expect(answer.headers.allow).toContain("PATCH");
  expect(body).toMatchObject({ status: 405, request_id: answer.headers["x-request-id"] });
});
