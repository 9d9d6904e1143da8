import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readJson } from "./body";
import { closeSlowly } from "./close-slowly";
import { problem } from "./problem";

const MAX = 256 * 1024;
let server: Server;

beforeAll(async () => {
  const listener = getRequestListener(
    async (request) => {
      try {
        return Response.json(await readJson(request, { maxBytes: MAX }));
      } catch (fault) {
        return problem(fault, { requestId: "req_1" });
      }
    },
    { overrideGlobalObjects: false },
  );
  server = createServer((request, response) => {
    closeSlowly(request, response);
    listener(request, response);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
});

afterAll(() => void server.close());

test.each([
  ["a gibibyte in chunks without a length", "Transfer-Encoding: chunked", 413],
  ["a gibibyte with its length", "Content-Length: 1073741824", 413],
  ["a gibibyte said to be gzip", "Transfer-Encoding: chunked\r\nContent-Encoding: gzip", 415],
])("answers %s on a real socket, closes it, and takes in next to nothing (F32)", async (_, header, status) => {
  const { answer, sent } = await flood(header);
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(answer).toContain('"request_id":"req_1"');
  expect(sent).toBeLessThan(64 * 1024 * 1024);
});

/** Sends up to a gibibyte until the other side closes the socket. */
function flood(header: string): Promise<{ answer: string; sent: number }> {
  const piece = Buffer.alloc(65_536, 0x20);
  const chunk = header.includes("chunked")
    ? Buffer.concat([Buffer.from("10000\r\n"), piece, Buffer.from("\r\n")])
    : piece;
  return new Promise((resolve) => {
    let sent = 0;
    let answer = "";
    const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
    const pump = () => {
      while (!socket.destroyed && sent < 2 ** 30) {
        sent += piece.length;
        if (!socket.write(chunk)) return void socket.once("drain", pump);
      }
    };
    socket.write(`POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n${header}\r\n\r\n`);
    pump();
    socket.on("data", (data) => {
      answer += data;
    });
    // The server hangs up on a sender that goes on: EPIPE or ECONNRESET is what we are after.
    socket.on("error", () => {});
    socket.on("close", () => resolve({ answer, sent }));
  });
}
