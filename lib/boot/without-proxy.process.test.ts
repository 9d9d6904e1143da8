import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actionsOfBuild, callAction } from "./actions-of-build";
import { type Installation, newInstallation, send } from "./testing";
import { buildWithoutProxy } from "./without-proxy";

type Reader = "nobody" | "member" | "admin" | "super_admin";

/** The same of the server as it is built, to compare; by hand. */
const WITH_PROXY = process.env.WITH_PROXY === "1";
/** In full, every page as every reader: half a minute. Else as nobody, and as the next to whom it is closed. */
const SOAK = process.env.SOAK === "1";
const READERS: readonly Reader[] = ["nobody", "member", "admin", "super_admin"];
const PASSWORD = "lantern-orbit-velvet-canoe";
/** What there is in the first workspace; everywhere else nothing. */
const made = { event: "", broadcast: "" };

/**
 * Every page and file behind a sign-in, and who it is there for; a new one fails the first test until it is here. `of`
 * fills in an address with something that there is in the first workspace.
 */
const PAGES: Readonly<Record<string, { for: Reader; of?: () => string }>> = {
  "/admin": { for: "admin" },
  "/admin/activity": { for: "admin" },
  "/admin/activity/[id]": { for: "admin", of: () => made.event },
  "/admin/activity/dead-letters": { for: "admin" },
  "/admin/activity/dead-letters/export": { for: "admin" },
  "/admin/activity/deliveries": { for: "admin" },
  "/admin/activity/new": { for: "super_admin" },
  "/admin/apps": { for: "super_admin" },
  "/admin/audit": { for: "super_admin" },
  "/admin/broadcasts": { for: "admin" },
  "/admin/broadcasts/[id]": { for: "super_admin", of: () => made.broadcast },
  "/admin/broadcasts/[id]/readers.csv": { for: "super_admin", of: () => made.broadcast },
  "/admin/broadcasts/new": { for: "admin" },
  "/admin/defaults": { for: "super_admin" },
  "/admin/groups": { for: "super_admin" },
  "/admin/groups/[id]": { for: "super_admin", of: () => "ours" },
  "/admin/health": { for: "super_admin" },
  "/admin/import-export": { for: "super_admin" },
  "/admin/outbox": { for: "super_admin" },
  "/admin/people": { for: "admin" },
  "/admin/people/[id]": { for: "super_admin", of: () => "member" },
  "/admin/people/[id]/export": { for: "super_admin", of: () => "member" },
  "/admin/people/new": { for: "super_admin" },
  "/admin/templates": { for: "super_admin" },
  "/admin/templates/[key]": { for: "super_admin", of: () => "vans.late" },
  "/admin/topics": { for: "super_admin" },
  "/admin/topics/[key]": { for: "super_admin", of: () => "vans.late" },
  "/admin/topics/new": { for: "super_admin" },
  "/admin/triggers": { for: "super_admin" },
  "/admin/triggers/new": { for: "super_admin" },
  "/inbox": { for: "member" },
  "/settings": { for: "member" },
  "/settings/devices": { for: "member" },
  "/settings/notifications": { for: "member" },
  "/settings/notifications/[tab]": { for: "member", of: () => "email" },
  "/settings/notifications/check": { for: "member" },
  "/settings/notifications/history": { for: "member" },
  "/settings/notifications/quiet-hours": { for: "member" },
};
/** Of what these name, this test makes nothing: their use cases are asked in tests of their own. */
const OF_ONE_PERSON = [
  "/admin/import-export/exports/[id]/file",
  "/admin/import-export/imports/[id]",
  "/admin/outbox/[id]",
  "/admin/triggers/[id]",
  "/n/[id]",
];

/** Whose the actions of a file are; those that only a higher one may are named. A new file fails until it is here. */
const ACTIONS: Readonly<Record<string, { for: Reader; but?: Readonly<Record<string, Reader>> }>> = {
  "(portal)": { for: "member" },
  "(portal)/admin/activity/[id]": { for: "admin" },
  "(portal)/admin/activity/dead-letters": { for: "admin" },
  "(portal)/admin/activity/new": { for: "super_admin" },
  "(portal)/admin/apps": { for: "super_admin" },
  "(portal)/admin/audit": { for: "super_admin" },
  "(portal)/admin/broadcasts": { for: "admin", but: { approve: "super_admin", saveSecondPerson: "super_admin" } },
  "(portal)/admin/defaults": { for: "super_admin" },
  "(portal)/admin/groups": { for: "super_admin", but: { findPeople: "admin" } },
  "(portal)/admin/import-export": { for: "super_admin" },
  "(portal)/admin/people": { for: "super_admin", but: { loadMorePeople: "admin" } },
  "(portal)/admin/templates": { for: "super_admin" },
  "(portal)/admin/topics": { for: "super_admin" },
  "(portal)/admin/triggers": { for: "super_admin" },
  "(portal)/settings/devices": { for: "member" },
  "(portal)/settings/notifications": { for: "member", but: { setUpSlack: "super_admin", removeSlack: "super_admin" } },
  "(portal)/settings/notifications/check": { for: "member" },
  "(portal)/settings/notifications/history": { for: "member" },
};
/** For whom is not signed in, or by a link that says who it is: signing in and out, setting up, unsubscribing. */
const OPEN = ["(auth)", "unsubscribe"];
const REFUSED = { nobody: "You are signed out.", others: "There is nothing here." };
/** Enough of arguments that an action gets as far as asking who it is. */
const ARGUMENTS = ["x", "x", "x"];

const built = mkdtempSync(path.join(tmpdir(), "belfry-without-proxy-"));
let here: Installation;
const cookies: Partial<Record<Reader | "stranger", string>> = {};

beforeAll(async () => {
  buildWithoutProxy(built);
  here = await newInstallation();
  for (const id of ["member", "admin", "super_admin"]) {
    const person = ["--id", id, "--email", `${id}@example.com`, "--name", id];
    await here.cli("user", "set", ...person, "--role", id, "--password", PASSWORD);
  }
  const { id: other = "" } = await here.cli("workspace", "create", "--name", "Elsewhere");
  const stranger = [
    "--id",
    "stranger",
    "--email",
    "stranger@example.com",
    "--name",
    "stranger",
    "--role",
    "super_admin",
  ];
  await here.cli("user", "set", ...stranger, "--password", PASSWORD, "--workspace", other);
  const scopes = "events:write,directory:write,topics:write,broadcasts:write";
  const { key = "" } = await here.cli("api-key", "create", "--name", "Fortnox", "--scopes", scopes);
  await here.start([], WITH_PROXY ? undefined : built);
  const ask = async (method: string, at: string, json: unknown) =>
    JSON.parse((await send(here.port, { method, path: `/api/v1/${at}`, key, json })).body);
  await ask("PUT", "groups/ours", { name: "Ours" });
  await ask("PUT", "topics/vans.late", { name: "Van is late" });
  made.event = (await ask("POST", "events", { topic: "vans.late", recipients: [{ user: "member" }] })).id;
  made.broadcast = (await ask("POST", "broadcasts", { title: "Closed", groups: ["ours"] })).id;
  for (const who of ["member", "admin", "super_admin", "stranger"] as const) cookies[who] = await signIn(who);
}, 120_000);
afterAll(async () => {
  await here?.remove();
  rmSync(built, { recursive: true, force: true });
});

test.skipIf(WITH_PROXY)("it runs without the proxy: no page has its headers", async () => {
  const answer = await get("/sign-in", "nobody");
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-security-policy")).toBeNull();
});

test("S1: no page behind a sign-in is missing from this matrix", () => {
  const files = readdirSync("app/(portal)", { recursive: true, encoding: "utf8" });
  const pages = files
    .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file))
    .map((file) => `/${path.dirname(file)}`);
  expect([...Object.keys(PAGES), ...OF_ONE_PERSON].sort()).toEqual(pages.sort());
});

test("S1, S3: without proxy.ts each page is there for whom it is, and for nobody else", async () => {
  for (const [page, { for: least, of }] of Object.entries(PAGES)) {
    const address = page.replace(/\[\w+\]/, of?.() ?? "");
    const before = READERS.slice(0, READERS.indexOf(least));
    for (const reader of SOAK ? READERS : new Set([before[0]!, before.at(-1)!])) {
      const { status, headers } = await get(address, reader);
      const told = `${address} for ${reader}`;
      if (reader === "nobody") {
        if (status === 307) expect(headers.get("location"), told).toMatch(/^\/sign-in/);
        else expect(status, told).toBe(401);
      } else if (READERS.indexOf(reader) < READERS.indexOf(least)) expect(status, told).toBe(404);
      else expect([200, 307], told).toContain(status);
    }
    // Of another workspace, and as high there as one can be.
    if (of && page.startsWith("/admin/")) expect((await get(address, "stranger")).status, address).toBe(404);
  }
});

test("S1, S3: without proxy.ts each action refuses by itself whom it is not for", async () => {
  const actions = actionsOfBuild().map((action) => ({
    ...action,
    folder: path.dirname(action.file).replace(/^app\//, ""),
  }));
  expect([...new Set(actions.map(({ folder }) => folder))].sort()).toEqual([...Object.keys(ACTIONS), ...OPEN].sort());
  for (const action of actions.filter(({ folder }) => !OPEN.includes(folder))) {
    const { for: usual, but } = ACTIONS[action.folder]!;
    const least = but?.[action.name] ?? usual;
    const below = READERS.slice(0, READERS.indexOf(least));
    for (const reader of SOAK ? READERS : new Set([below[0]!, below.at(-1)!, least])) {
      const args = action.name === "signOutDevice" ? ["x", new FormData()] : ARGUMENTS;
      const answer = await callAction(base(), action, { cookie: cookies[reader], args });
      const [said] = /You are signed out\.|There is nothing here\./.exec(answer) ?? [
        answer === "" ? "nothing" : "yours",
      ];
      const expected = below.includes(reader) ? REFUSED[reader === "nobody" ? "nobody" : "others"] : "yours";
      expect(said, `${action.name} of ${action.folder} for ${reader}: ${answer.slice(0, 300)}`).toBe(expected);
    }
  }
});

function get(address: string, reader: Reader | "stranger"): Promise<Response> {
  const cookie = cookies[reader];
  return fetch(`${base()}${address}`, { redirect: "manual", headers: cookie ? { cookie } : {} });
}

/** The address that it believes to be its own: what comes from elsewhere is refused before anybody asks who it is. */
function base(): string {
  return `http://localhost:${here.port}`;
}

async function signIn(id: string): Promise<string> {
  const auth = `${base()}/api/auth`;
  const csrf = await fetch(`${auth}/csrf`);
  const { csrfToken } = await csrf.json();
  const form = new URLSearchParams({ csrfToken, email: `${id}@example.com`, password: PASSWORD });
  const headers = { cookie: cookiesOf(csrf), origin: base() };
  const answer = await fetch(`${auth}/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    body: form,
    headers,
  });
  return cookiesOf(answer);
}

function cookiesOf({ headers }: Response): string {
  return headers
    .getSetCookie()
    .flatMap((line) => line.split(";")[0] ?? [])
    .join("; ");
}
