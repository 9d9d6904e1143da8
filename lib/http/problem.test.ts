import { expect, test } from "vitest";
import { z } from "zod";
import { AppError, ERROR_CODES } from "@/lib/app-error";
import { EventInput } from "@/lib/core/event";
import { fieldErrors, problem } from "./problem";

const about = { requestId: "req_1" };

test("tells a fault as RFC 9457 wants it", async () => {
  const answer = problem(new AppError("not_found", "There is no such event."), {
    ...about,
    instance: "/api/v1/events/x",
  });
  expect(answer.status).toBe(404);
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  expect(answer.headers.get("cache-control")).toBe("private, no-store");
  expect(await answer.json()).toEqual({
    type: "/problems/not-found",
    title: "Not found",
    status: 404,
    detail: "There is no such event.",
    instance: "/api/v1/events/x",
    request_id: "req_1",
  });
});

test("gives every code a type, a title and the status that the body repeats", async () => {
  const statuses: number[] = [];
  for (const code of ERROR_CODES) {
    const answer = problem(new AppError(code, "Why."), about);
    const body = await answer.json();
    expect(body).toMatchObject({ status: answer.status, detail: "Why.", request_id: "req_1" });
    expect(body.type).toMatch(/^\/problems\/[a-z-]+$/);
    expect(body.title).toMatch(/^[A-Z]/);
    statuses.push(answer.status);
  }
  expect(statuses).toEqual([400, 401, 403, 404, 405, 409, 412, 413, 415, 422, 429, 500, 503]);
});

test.each([new Error("SQLITE_BUSY at /secret"), "secret", null, undefined, { code: "not_found", detail: "secret" }])(
  "shows nothing of an unknown error: %j",
  async (error) => {
    const answer = problem(error, about);
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toMatch(/secret|SQLITE/);
  },
);

test("knows a fault thrown by another copy of the class", () => {
  const twin = Object.assign(new Error("Gone."), { name: "AppError", code: "conflict", detail: "Gone." });
  expect(problem(twin, about).status).toBe(409);
  expect(problem(Object.assign(twin, { code: "made_up" }), about).status).toBe(500);
});

test("says when to come back, in whole seconds", () => {
  const waits = (code: "unavailable" | "too_many_requests", retryAfterSeconds?: number) =>
    problem(new AppError(code, "Busy.", { retryAfterSeconds }), about).headers.get("retry-after");
  expect(waits("too_many_requests", 12.2)).toBe("13");
  expect(waits("unavailable", 0)).toBe("1");
  expect(waits("unavailable")).toBe("1");
  expect(problem(new AppError("conflict", "No."), about).headers.has("retry-after")).toBe(false);
});

test("closes the connection where the rest of the body is left unread (F32)", () => {
  expect(problem(new AppError("too_large", "No."), about).headers.get("connection")).toBe("close");
  expect(problem(new AppError("unsupported_media_type", "No."), about).headers.get("connection")).toBe("close");
  expect(problem(new AppError("conflict", "No."), about).headers.has("connection")).toBe(false);
});

test("names the scheme that a 401 asks for", () => {
  expect(problem(new AppError("unauthorized", "No."), about).headers.get("www-authenticate")).toBe("Bearer");
});

test("lists the errors of a 422, even none, and of a 400 that knows the place", async () => {
  const errors = [{ pointer: "/a", detail: "Wrong." }];
  expect((await problem(new AppError("unprocessable", "No.", { errors }), about).json()).errors).toEqual(errors);
  expect((await problem(new AppError("unprocessable", "No."), about).json()).errors).toEqual([]);
  expect((await problem(new AppError("bad_request", "No.", { errors }), about).json()).errors).toEqual(errors);
  expect(await problem(new AppError("bad_request", "No."), about).json()).not.toHaveProperty("errors");
});

const Sample = z.strictObject({
  name: z.string().min(1).max(5),
  tags: z.array(z.string()).max(2),
  kind: z.enum(["a", "b"]),
  count: z.number().int().min(2).max(9),
  "a/b~c": z.boolean(),
  mail: z.email(),
  when: z.iso.datetime(),
  data: z.record(z.string().max(3), z.number()),
  groups: z.union([z.array(z.string()), z.literal("everyone")]),
  shape: z.discriminatedUnion("is", [z.strictObject({ is: z.literal("x") }), z.strictObject({ is: z.literal("y") })]),
  own: z.string({ error: "Own words." }).max(3, { error: "Own limit." }),
});
const sound = {
  name: "n",
  tags: [],
  kind: "a",
  count: 2,
  "a/b~c": true,
  mail: "a@example.com",
  when: "2026-11-21T18:51:00Z",
  data: {},
  groups: [],
  shape: { is: "x" },
  own: "o",
};

test.each<[string, object, [string, string][]]>([
  ["nothing", {}, []],
  ["missing", { name: undefined }, [["/name", "Required, but missing. Give text."]]],
  ["wrong type", { name: 5 }, [["/name", "Use text, not a number."]]],
  ["null", { name: null }, [["/name", "Use text, not null."]]],
  ["empty", { name: "" }, [["/name", "Write at least 1 character."]]],
  ["too long", { name: "abcdef" }, [["/name", "Write at most 5 characters."]]],
  ["too many", { tags: ["a", "b", "c"] }, [["/tags", "Give at most 2 items."]]],
  ["in a list", { tags: ["a", 1] }, [["/tags/1", "Use text, not a number."]]],
  ["no such value", { kind: "c" }, [["/kind", 'Use one of: "a", "b".']]],
  ["too small", { count: 1 }, [["/count", "Use a number of at least 2."]]],
  ["a fraction", { count: 2.5 }, [["/count", "Use a whole number."]]],
  ["an odd key", { "a/b~c": 1 }, [["/a~1b~0c", "Use true or false, not a number."]]],
  ["a bad address", { mail: "x" }, [["/mail", "This is not an email address. Check how it is written."]]],
  ["a bad key", { data: { long: 1 } }, [["/data/long", "This key cannot be used. Write at most 3 characters."]]],
  ["a list for an object", { data: [] }, [["/data", "Use an object, not a list."]]],
  ["a union by its branch", { groups: [1] }, [["/groups/0", "Use text, not a number."]]],
  ["a union by no branch", { groups: 7 }, [["/groups", 'Use one of: a list; "everyone".']]],
  ["a discriminator", { shape: { is: "z" } }, [["/shape/is", 'Use one of: "x", "y".']]],
  ["the schema's own words", { own: 7 }, [["/own", "Own words."]]],
  ["the schema's own limit", { own: "long" }, [["/own", "Own limit."]]],
  [
    "unknown fields",
    { "x/y": 1, z: 2 },
    [
      ["/x~1y", 'Unknown field; remove "x/y" or check its spelling.'],
      ["/z", 'Unknown field; remove "z" or check its spelling.'],
    ],
  ],
])("points at the field and says how to mend it: %s", (_, change, expected) => {
  const { error } = Sample.safeParse({ ...sound, ...change });
  const found = error ? fieldErrors(error) : [];
  expect(found.map((each) => [each.pointer, each.detail])).toEqual(expected);
});

test.each<[unknown, string, string]>([
  [{ group: 1 }, "/recipients/0/group", "Use text, not a number."],
  [{ user: "" }, "/recipients/0/user", "Write at least 1 character."],
  [{ user: "ada", email: "bo" }, "/recipients/0/email", "Unknown field"],
  [{ user: "ada", role: "x" }, "/recipients/0/role", "Unknown field"],
  [{ email: "bo" }, "/recipients/0/email", "This is not an email address."],
  [{ as: "owner" }, "/recipients/0", "Name one of user, group or email"],
  ["ada", "/recipients/0", "Name one of user, group or email"],
])("finds the recipient that was meant: %j", (recipient, pointer, detail) => {
  const { error } = EventInput.safeParse({ topic: "deals.assigned", recipients: [recipient] });
  const [first, ...others] = fieldErrors(error!);
  expect(first?.pointer).toBe(pointer);
  expect(first?.detail).toContain(detail);
  expect(others).toEqual([]);
});

test("keeps to the first hundred", () => {
  const { error } = z.array(z.string()).safeParse(Array(1000).fill(1));
  expect(fieldErrors(error!)).toHaveLength(100);
});
