import fc from "fast-check";
import { CATALOGUE } from "@/lib/catalogue/catalogue";
import { ORIGINS } from "@/lib/core/event";

/** A request as it goes over the wire. `sound` when it is made to be taken. */
export interface FuzzedRequest {
  method: string;
  address: string;
  body?: string | Uint8Array;
  headers?: Record<string, string>;
  sound: boolean;
}

const id = fc.constantFrom("ada", "bo", "sales", "Åsa", "ß", "user 1", "a/b", "none", "constructor", "x".repeat(128));
const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 });
const link = fc.constantFrom("https://crm.example/deals/42", "/deals/42", "mailto:a@example.com");
const time = fc
  .date({ min: new Date("1000-01-02"), max: new Date("9999-12-30"), noInvalidDate: true })
  .map((date) => date.toISOString());
const { json } = fc.letrec((tie) => ({
  json: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, false, "", 0, 0.1, -1e-9, 1e15, "running", "success"),
    fc.integer(),
    text,
    fc.array(tie("json"), { maxLength: 4 }),
    fc.dictionary(key(), tie("json"), { maxKeys: 4 }),
  ),
}));
const as = fc.constantFrom("assignee", "owner", "creator", "follower", "team");
const recipient = fc.oneof(
  fc.record({ user: id, as }, { requiredKeys: ["user"] }),
  fc.record({ group: id, as }, { requiredKeys: ["group"] }),
  fc.record({ email: fc.constantFrom("ada@example.com", "nobody@example.com"), as }, { requiredKeys: ["email"] }),
);
const event = fc.record(
  {
    topic: fc.constantFrom(...CATALOGUE.flatMap(({ topics }) => topics.map((topic) => topic.key))),
    recipients: fc.array(recipient, { minLength: 1, maxLength: 5 }),
    actor: fc.oneof(fc.record({ user: id }), fc.record({ name: text })),
    subject: fc.record({ type: fc.constant("deal"), id, title: text, url: link }, { requiredKeys: ["type", "id"] }),
    data: fc.dictionary(key(), json, { maxKeys: 6 }),
    visible_to: fc.record({ users: fc.array(id), groups: fc.array(id) }, { requiredKeys: [] }),
    origin: fc.constantFrom(...ORIGINS),
    update_key: text,
    deliver_at: time,
    occurred_at: time,
    title: text,
    body: text,
    url: link,
  },
  { requiredKeys: ["topic", "recipients"] },
);
const choice = fc.option(
  fc.record({ enabled: fc.boolean(), source: text, required: fc.boolean() }, { requiredKeys: ["enabled"] }),
);
const preferences = fc.record(
  {
    channels: fc.dictionary(fc.constantFrom("bell", "popup", "email", "push"), choice),
    topics: fc.dictionary(
      fc.constantFrom("deals.stage_changed", "deals.assigned"),
      fc.record(
        { email: choice, desktop: choice, sound: fc.constantFrom(null, "none", "glass") },
        { requiredKeys: [] },
      ),
    ),
  },
  { requiredKeys: [] },
);
const user = fc.record(
  {
    email: fc.nat(999).map((n) => `fuzz-${n}@example.com`),
    name: fc.constantFrom("Ada", "Zoë", "李小龍", "🚀"),
    role: fc.constantFrom("member", "admin", "super_admin"),
    time_zone: fc.constantFrom("Europe/Amsterdam", "UTC", null),
    locale: fc.constantFrom("en", "sv-SE", null),
    permissions: fc.array(fc.constantFrom("inbox.opened", "calls"), { maxLength: 3 }),
    active: fc.boolean(),
  },
  { requiredKeys: ["email"] },
);
const members = fc.record({ members: fc.array(fc.record({ user: id, main: fc.boolean() }), { maxLength: 5 }) });
const state = fc.record(
  { read: fc.boolean(), archived: fc.boolean(), snoozed_until: fc.option(time) },
  { requiredKeys: [] },
);

/** What is in the place of a right value: wrong kinds, and what databases and parsers stumble over. */
const junk = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    -1,
    2 ** 53,
    1e308,
    "",
    "\0",
    "\ud800",
    "\udfffx",
    "\u202e",
    [],
    {},
    [[]],
    "0000",
  ),
  fc.constantFrom<unknown>("javascript:alert(1)", "//evil.example", "{{ 1 | times: 2 }}", "0000-01-01T00:00:00Z"),
  fc.constantFrom<unknown>("x".repeat(10_000), Array(2000).fill("x"), { __proto__x: 1, constructor: { prototype: 1 } }),
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.jsonValue(),
);

/** `sound` with one value replaced, left out or added, at any depth; or its text cut, doubled or strewn with bytes. */
function broken(sound: fc.Arbitrary<unknown>): fc.Arbitrary<string | Uint8Array> {
  const place = fc.array(fc.nat(12), { minLength: 1, maxLength: 4 });
  const changed = fc
    .tuple(sound, place, junk, fc.constantFrom("replace", "remove", "add"))
    .map(([value, at, other, how]) => JSON.stringify(changeAt(value, at, other, how)) ?? "null");
  const bytes = fc.tuple(changed, fc.nat(), fc.uint8Array({ minLength: 1, maxLength: 3 })).map(([whole, at, odd]) => {
    const cut = at % (whole.length + 1);
    return Buffer.concat([Buffer.from(whole.slice(0, cut)), odd, Buffer.from(whole.slice(cut))]);
  });
  const cut = fc.tuple(changed, fc.nat()).map(([whole, at]) => whole.slice(0, at % (whole.length + 1)));
  const doubled = changed.map((whole) => whole.replace(/^\{(".*?":)/, "{$1null,$1"));
  return fc.oneof({ weight: 6, arbitrary: changed }, bytes, cut, doubled);
}

function changeAt(value: unknown, [first = 0, ...rest]: number[], other: unknown, how: string): unknown {
  if (typeof value !== "object" || value === null) return other;
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? [...value] : { ...value };
  const keys = Object.keys(copy);
  const name = keys[first % (keys.length || 1)];
  if (name === undefined || (how === "add" && rest.length === 0)) return Object.assign(copy, { unknown_key: other });
  const target = copy as Record<string, unknown>;
  if (rest.length > 0) target[name] = changeAt(target[name], rest, other, how);
  else if (how === "remove") delete target[name];
  else target[name] = other;
  return copy;
}

function key() {
  return fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 8 }).filter((name) => name !== "__proto__");
}

const part = fc.oneof(id, fc.string({ unit: "grapheme", minLength: 1, maxLength: 150 })).map(encodeURIComponent);
const oddPart = fc.oneof({ weight: 4, arbitrary: part }, fc.constantFrom("%00", "%0A", "x".repeat(3000), ".", "~"));
const query = fc
  .array(
    fc.tuple(
      fc.constantFrom("limit", "cursor", "tab", "unread", "x", "__proto__", "id", "user"),
      fc.oneof(fc.constantFrom("1", "100", "0", "1e1", "true", "apps", "%00", "%ff", "a.b"), part),
    ),
    { maxLength: 3 },
  )
  .map((pairs) => (pairs.length > 0 ? `?${pairs.map((pair) => pair.join("=")).join("&")}` : ""));
const headers = fc.record(
  {
    "idempotency-key": fc.oneof(fc.constantFrom("a", "b", "k".repeat(300)), fc.uuid()),
    "content-type": fc.constantFrom("application/json", "application/json; charset=utf-8", "text/plain", "x"),
    "content-encoding": fc.constantFrom("identity", "gzip"),
    "if-none-match": fc.constantFrom("*", '"x"'),
  },
  { requiredKeys: [] },
);

function sends(method: string, address: fc.Arbitrary<string>, value: fc.Arbitrary<unknown>, sound = false) {
  const wrong = fc.record({ address, body: broken(value), headers: fc.oneof(headers, fc.constant({})) });
  const right = fc.record({ address, body: value.map((one) => JSON.stringify(one)) });
  return fc.oneof(
    { weight: 2, arbitrary: wrong.map((rest): FuzzedRequest => ({ method, ...rest, sound: false })) },
    { weight: 1, arbitrary: right.map((rest): FuzzedRequest => ({ method, ...rest, sound })) },
  );
}

const under = (...parts: (string | fc.Arbitrary<string>)[]) =>
  fc.tuple(...parts.map((one) => (typeof one === "string" ? fc.constant(one) : one))).map((all) => all.join("/"));
const looks = fc.record({
  method: fc.constantFrom("GET", "GET", "GET", "DELETE"),
  address: fc
    .oneof(
      under("/api/v1", fc.constantFrom("topics", "users", "groups", "events", "nothing")),
      under("/api/v1", fc.constantFrom("users", "groups", "events"), oddPart),
      under("/api/v1/users", oddPart, "notifications"),
      under("/api/v1/users", oddPart, "notifications", oddPart),
    )
    .chain((path) => query.map((asked) => path + asked)),
  headers,
});

/** Requests for every endpoint: two in three are wrong in some way. */
export const requests: fc.Arbitrary<FuzzedRequest> = fc.oneof(
  { weight: 10, arbitrary: sends("POST", fc.constant("/api/v1/events"), event, true) },
  {
    weight: 3,
    arbitrary: sends(
      "POST",
      fc.constant("/api/v1/events/batch"),
      fc.record({ events: fc.array(event, { minLength: 1, maxLength: 3 }) }),
      true,
    ),
  },
  { weight: 3, arbitrary: sends("PUT", under("/api/v1/users", oddPart), user) },
  { weight: 2, arbitrary: sends("PUT", under("/api/v1/groups", oddPart), fc.record({ name: text })) },
  { weight: 2, arbitrary: sends("PUT", under("/api/v1/groups", oddPart, "members"), members) },
  {
    weight: 2,
    arbitrary: sends("PATCH", under("/api/v1/users/ada/notifications", fc.constantFrom("<ntf>", "x")), state),
  },
  { weight: 2, arbitrary: sends("PATCH", under("/api/v1/users", oddPart, "preferences"), preferences) },
  { weight: 1, arbitrary: sends("POST", under("/api/v1/users", oddPart, "notifications/read-all"), fc.constant({})) },
  { weight: 5, arbitrary: looks.map((look): FuzzedRequest => ({ ...look, sound: false })) },
);
