import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { EventInput } from "@/lib/core/event";
import { withoutPerson } from "@/lib/core/without-person";
import { type FuzzedRequest, requests } from "./fuzz.cases";
import { expectProblem, serveApi } from "./testing";

/** Another seed makes other requests: `FUZZ_SEED=7 npx vitest run lib/http/fuzz`. */
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_121);
const COUNT = 5000;
const AT_ONCE = 16;

let api: Awaited<ReturnType<typeof serveApi>>;
let notification: string;
const posted = new Map<string, EventInput>();
const erased = new Set<string>();

beforeAll(async () => {
  api = await serveApi();
  await api.addUser("ada");
  await api.addUser("bo");
  await api.addGroup("sales", [{ user: "ada" }, { user: "bo" }]);
  await api.publish({ topic: "deals.assigned", recipients: [{ user: "ada", as: "assignee" }] });
  await api.decide();
  notification = (await api.call("GET", "/api/v1/users/ada/notifications")).body.data[0].id;
});
afterAll(() => api.close());

test(`F34: of ${COUNT} fuzzed requests none is a 5xx, each refusal is a problem, and what is sound is taken (seed ${SEED})`, {
  timeout: 180_000,
}, async () => {
  const queue = fc.sample(requests, { numRuns: COUNT, seed: SEED });
  const statuses = new Map<number, number>();
  const work = async () => {
    for (let one = queue.pop(); one; one = queue.pop()) {
      const status = await send(one);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  process.stdout.write(`F34, seed ${SEED}: ${JSON.stringify(Object.fromEntries([...statuses].sort()))}\n`);
  // Not all one kind: a fuzzer that is always refused at the door tests the door.
  for (const status of [200, 202, 400, 404, 415, 422]) expect(statuses.get(status)).toBeGreaterThan(20);
  expect(api.faults).toEqual([]);
});

test("F10: what was taken is read back as it was posted", { timeout: 60_000 }, async () => {
  expect(posted.size).toBeGreaterThan(300);
  for (const [id, event] of posted) {
    const { body } = await api.call("GET", `/api/v1/events/${id}`);
    // Whoever was erased meanwhile took their words along (S28).
    const rest = [...erased].reduce((left, id) => withoutPerson(left, { id, email: `${id}@example.com` }), event);
    expect(body).toEqual(expect.toBeOneOf([expect.objectContaining(event), expect.objectContaining(rest)]));
  }
});

test("every event that was taken can be decided", { timeout: 60_000 }, async () => {
  await api.decide();
  expect(api.faults).toEqual([]);
  expect((await api.call("GET", "/api/v1/users/ada/notifications")).status).toBe(200);
});

async function send({ method, address, body, headers, sound }: FuzzedRequest): Promise<number> {
  const answer = await api.call(method, address.replace("<ntf>", notification), { body, headers });
  const about = `${method} ${address} ${JSON.stringify(headers)} ${body}`.slice(0, 2000);
  expect(answer.status, about).toBeLessThan(500);
  if (sound) expect(answer.status, `${about} → ${JSON.stringify(answer.body)}`).toBe(202);
  // What Next answers by itself has no body here: 405.
  if (answer.status >= 400 && answer.status !== 405) expectProblem(answer, answer.status);
  if (method === "DELETE" && answer.status === 204) erased.add(decodeURIComponent(address.split("/").at(-1) ?? ""));
  if (sound && answer.body.id) posted.set(answer.body.id, JSON.parse(String(body)));
  return answer.status;
}
