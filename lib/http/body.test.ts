import { expect, test } from "vitest";
import type { AppError } from "@/lib/app-error";
import { type BodyOptions, readJson } from "./body";
import type { JsonLimits } from "./strict-json";

const MAX = 256 * 1024;
const JSON_TYPE = { "content-type": "application/json" };

test("reads an object, with and without a length", async () => {
  const body = '{"topic":"deals.assigned","data":{"näme":"Zoë 🚀"}}';
  const sent = new TextEncoder().encode(body);
  const known = post(sent, { ...JSON_TYPE, "content-length": String(sent.length) });
  const chunked = post(streamOf([sent.slice(0, 39), sent.slice(39, 45), sent.slice(45)]), JSON_TYPE);
  expect(await readJson(known, { maxBytes: MAX })).toEqual(JSON.parse(body));
  expect(await readJson(chunked, { maxBytes: MAX })).toEqual(JSON.parse(body));
});

test.each([
  ["application/json"],
  ["Application/JSON; charset=UTF-8"],
  ['application/json;charset="utf-8"'],
  ["application/json; profile=x"],
])("takes the content type %s", async (type) => {
  expect(await readJson(post("{}", { "content-type": type }), { maxBytes: MAX })).toEqual({});
});

test.each([
  ["text/plain"],
  ["text/plain;charset=UTF-8"],
  ["application/x-www-form-urlencoded"],
  ["multipart/form-data; boundary=x"],
  ["application/jsonx"],
  ["application/vnd.api+json"],
  ["application/json, text/plain"],
  ["application/json; charset=latin1"],
  ["application/json; charset=utf-8; charset=utf-16"],
  ["application/json; charset"],
])("refuses the content type %s with 415", async (type) => {
  expect(await codeOf(post("{}", { "content-type": type }))).toBe("unsupported_media_type");
});

test("refuses a body without a content type", async () => {
  expect(await codeOf(post(new TextEncoder().encode("{}"), {}))).toBe("unsupported_media_type");
});

test("takes another media type only where it is asked for", async () => {
  const request = () => post("[]", { "content-type": "application/cloudevents-batch+json; charset=utf-8" });
  const mediaTypes = ["application/cloudevents-batch+json"];
  expect(await codeOf(request())).toBe("unsupported_media_type");
  expect(await codeOf(request(), { mediaTypes })).toBe("bad_request");
  expect(await readJson(request(), { maxBytes: MAX, mediaTypes, root: "array" })).toEqual([]);
});

test.each(["gzip", "br", "deflate", "identity, gzip", "x"])("refuses the encoding %s unread", async (encoding) => {
  const source = countedStream(1024);
  const request = post(source.stream, { ...JSON_TYPE, "content-encoding": encoding });
  expect(await codeOf(request)).toBe("unsupported_media_type");
  expect(source.pulled()).toBeLessThanOrEqual(1);
});

test("takes the encoding identity", async () => {
  expect(await readJson(post("{}", { ...JSON_TYPE, "content-encoding": "Identity" }), { maxBytes: MAX })).toEqual({});
});

test("takes a body of exactly the limit and refuses one byte more, with and without a length", async () => {
  const full = new TextEncoder().encode(`{"a":"${"x".repeat(MAX - 8)}"}`);
  const over = new TextEncoder().encode(`{"a":"${"x".repeat(MAX - 7)}"}`);
  expect(full.length).toBe(MAX);
  for (const extra of [JSON_TYPE, { ...JSON_TYPE, "content-length": String(MAX) }]) {
    expect(await readJson(post(full, extra), { maxBytes: MAX })).toHaveProperty("a");
  }
  for (const extra of [
    JSON_TYPE,
    { ...JSON_TYPE, "content-length": String(MAX + 1) },
    { ...JSON_TYPE, "content-length": "9".repeat(400) },
  ]) {
    expect(await codeOf(post(over, extra))).toBe("too_large");
  }
});

test("refuses 257 KB by its length without reading any of it", async () => {
  const source = countedStream(1024);
  const request = post(source.stream, { ...JSON_TYPE, "content-length": String(257 * 1024) });
  expect(await codeOf(request)).toBe("too_large");
  expect(source.pulled()).toBeLessThanOrEqual(1);
});

test("refuses more bytes than the length promised", async () => {
  const request = post(new Uint8Array(MAX + 1).fill(0x20), { ...JSON_TYPE, "content-length": "10" });
  expect(await codeOf(request)).toBe("too_large");
});

test("stops reading a stream without a length soon after the limit, and cancels it", async () => {
  const source = countedStream(16 * 1024);
  expect(await codeOf(post(source.stream, JSON_TYPE))).toBe("too_large");
  expect(source.pulled()).toBeLessThanOrEqual(MAX / 65_536 + 2);
  expect(source.cancelled()).toBe(true);
});

test("answers though the sender never lets the stream be cancelled", async () => {
  const stuck = new ReadableStream({
    pull: (controller) => controller.enqueue(new Uint8Array(65_536)),
    cancel: () => new Promise(() => {}),
  });
  expect(await codeOf(post(stuck, JSON_TYPE))).toBe("too_large");
});

test("calls a connection that breaks off a bad request", async () => {
  const broken = new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode('{"a":')),
    pull: () => Promise.reject(new Error("socket hang up")),
  });
  expect(await codeOf(post(broken, JSON_TYPE))).toBe("bad_request");
});

test.each([
  ["an empty body", ""],
  ["white space alone", " \n\t "],
  ["a byte order mark", "\ufeff{}"],
  ["an array", "[]"],
  ["text", '"topic"'],
  ["a number", "1"],
  ["null", "null"],
])("refuses %s with 400", async (_, body) => {
  expect(await codeOf(post(body, JSON_TYPE))).toBe("bad_request");
});

test("refuses a body that is missing altogether", async () => {
  const request = new Request("http://localhost/", { method: "POST", headers: JSON_TYPE });
  expect(await codeOf(request)).toBe("bad_request");
});

test.each([
  ["a lone continuation byte", [0x80]],
  ["an overlong slash", [0xc0, 0xaf]],
  ["an encoded surrogate", [0xed, 0xa0, 0x80]],
  ["a code point beyond U+10FFFF", [0xf4, 0x90, 0x80, 0x80]],
  ["a sequence broken off", [0xe2, 0x82]],
  ["latin1", [0xe9]],
  ["the byte FF", [0xff]],
])("refuses invalid UTF-8 with 400: %s", async (_, bytes) => {
  const quoted = new Uint8Array([...Buffer.from('{"a":"'), ...bytes, ...Buffer.from('"}')]);
  expect(await codeOf(post(quoted, JSON_TYPE))).toBe("bad_request");
});

test("refuses UTF-16 with 400", async () => {
  expect(await codeOf(post(Buffer.from('\ufeff{"a":1}', "utf16le"), JSON_TYPE))).toBe("bad_request");
});

function post(body: BodyInit, headers: Record<string, string>): Request {
  return new Request("http://localhost/", { method: "POST", body, headers, duplex: "half" } as RequestInit);
}

async function codeOf(request: Request, options: Partial<BodyOptions & JsonLimits> = {}): Promise<string> {
  const outcome = await readJson(request, { maxBytes: MAX, ...options }).catch((fault: AppError) => fault.code);
  return typeof outcome === "string" ? outcome : "taken";
}

function streamOf(chunks: Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
}

/** `mebibytes` of spaces in chunks of 64 KiB, which tells how much of it was asked for. */
function countedStream(mebibytes: number) {
  let pulled = 0;
  let cancelled = false;
  const stream = new ReadableStream({
    pull(controller) {
      pulled++;
      if (pulled > mebibytes * 16) controller.close();
      else controller.enqueue(new Uint8Array(65_536).fill(0x20));
    },
    cancel() {
      cancelled = true;
    },
  });
  return { stream, pulled: () => pulled, cancelled: () => cancelled };
}
