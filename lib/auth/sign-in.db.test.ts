import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { listQueuedEvents } from "@/db/queries/activity";
import { endSession, endSessionsOf } from "@/db/queries/sessions";
import { saveCatalogue } from "@/db/queries/topics";
import { findUser, insertUser, updateUser } from "@/db/queries/users";
import { CATALOGUE } from "@/lib/catalogue/catalogue";
import { perform } from "@/lib/http/perform";
import { setPassword } from "@/lib/usecases/access/set-password";
import { sessionCookie } from "./cookie";
import { hashPassword, verifyPassword } from "./password";
import { sessionOf } from "./session";
import { signInWithPassword } from "./sign-in";
import { systemContext } from "./system-context";
import { testRuntime } from "./testing";

vi.mock("./password", async (original) => {
  const real = await original<typeof import("./password")>();
  return { ...real, verifyPassword: vi.fn(real.verifyPassword) };
});

const PASSWORD = "vier kleine enten";
const DAY = 24 * 60 * 60_000;
let world: Awaited<ReturnType<typeof testRuntime>>;
let people = 0;

beforeAll(async () => {
  world = await testRuntime();
});
afterAll(async () => {
  await world.close();
});

/** A person with a password, and a way to sign in as them from an address of their own. */
async function somebody() {
  const { runtime, workspaceId } = world;
  people += 1;
  const id = `ada-${people}`;
  const email = `${id}@example.com`;
  const now = runtime.clock.now();
  const passwordHash = await hashPassword(PASSWORD);
  await runtime.db.transact((tx) =>
    insertUser(tx, {
      workspaceId,
      id,
      email,
      name: "Ada",
      permissions: [],
      passwordHash,
      createdAt: now,
      updatedAt: now,
    }),
  );
  const tries = (password: string, typed: Partial<{ email: string; address: string; userAgent: string }> = {}) =>
    signInWithPassword(runtime, {
      email,
      password,
      address: `192.0.2.${people}`,
      userAgent: "",
      before: null,
      ...typed,
    });
  return { id, email, tries };
}

async function signedIn() {
  const person = await somebody();
  const outcome = await person.tries(PASSWORD);
  if (outcome.outcome !== "signed_in") throw new Error(outcome.outcome);
  const cookie = await cookieFor(outcome.userId, outcome.sessionId);
  return { ...person, cookie, sessionId: outcome.sessionId };
}

/** As next-auth seals it, but good for longer than these tests move the clock: the table must be what ends it. */
async function cookieFor(sub: string, sid: string, secret = world.runtime.authSecret): Promise<string> {
  const { name } = sessionCookie(world.runtime);
  const token = await encode({ token: { sub, sid }, secret, salt: name, maxAge: 90 * 86_400 });
  return `theme=dark; ${name}=${token}`;
}

test("opens a session for who knows the password, however the address is written", async () => {
  const { tries, email, id } = await somebody();
  expect(await tries(PASSWORD)).toMatchObject({ outcome: "signed_in", userId: id });
  expect(await tries(PASSWORD, { email: ` ${email.toUpperCase().replace("@", "\uff20")} ` })).toMatchObject({
    userId: id,
  });
});

test("answers alike, after the same work, to a wrong password, to nobody and to somebody disabled", async () => {
  const { runtime, workspaceId } = world;
  const { tries } = await somebody();
  const disabled = await somebody();
  await runtime.db.transact((tx) => updateUser(tx, workspaceId, disabled.id, { deactivatedAt: runtime.clock.now() }));
  vi.mocked(verifyPassword).mockClear();
  expect(await tries("not the password")).toEqual({ outcome: "refused" });
  expect(await tries("not the password", { email: "nobody@example.com" })).toEqual({ outcome: "refused" });
  expect(await disabled.tries(PASSWORD)).toEqual({ outcome: "refused" });
  expect(verifyPassword).toHaveBeenCalledTimes(3);
});

test("makes guesses wait longer and longer, and tells of nobody whether they exist", async () => {
  for (const email of [(await somebody()).email, "nobody-at-all@example.com"]) {
    const { tries } = await somebody();
    const guess = () => tries("not the password", { email });
    for (let n = 0; n < 5; n += 1) expect(await guess()).toEqual({ outcome: "refused" });
    for (const seconds of [1, 2, 4, 8]) {
      expect(await guess()).toEqual({ outcome: "wait", seconds });
      world.pass(seconds * 1000 - 1);
      expect(await guess()).toEqual({ outcome: "wait", seconds: 1 });
      world.pass(1);
      expect(await guess()).toEqual({ outcome: "refused" });
    }
  }
});

test("counts many guesses at once as many", async () => {
  const { tries } = await somebody();
  const outcomes = await Promise.all(Array.from({ length: 30 }, () => tries("not the password")));
  expect(outcomes.filter(({ outcome }) => outcome === "refused")).toHaveLength(5);
});

test("slows an address that tries many accounts, but not its neighbours", async () => {
  const { tries } = await somebody();
  const address = "198.51.100.7";
  for (let n = 0; n < 20; n += 1) {
    expect(await tries("not the password", { email: `guess-${n}@example.com`, address })).toEqual({
      outcome: "refused",
    });
  }
  expect(await tries(PASSWORD, { address })).toMatchObject({ outcome: "wait" });
  expect(await tries(PASSWORD)).toMatchObject({ outcome: "signed_in" });
});

test("locks nobody out for good: after the wait the right password opens, and wipes the slate", async () => {
  const { tries } = await somebody();
  for (let n = 0; n < 40; n += 1) {
    const { outcome } = await tries("not the password", { address: `203.0.113.${n}` });
    if (outcome === "wait") world.pass(15 * 60_000);
  }
  world.pass(15 * 60_000);
  expect(await tries(PASSWORD)).toMatchObject({ outcome: "signed_in" });
  expect(await tries("not the password")).toEqual({ outcome: "refused" });
  expect(await tries(PASSWORD)).toMatchObject({ outcome: "signed_in" });
});

test("renews a hash that was made more cheaply", async () => {
  const { runtime, workspaceId } = world;
  const { tries, id } = await somebody();
  const cheap = "$argon2id$v=19$m=8192,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$Zz5WmLWlTW0B0NGZF4oTzYkR2aTCEhG4XVbFzVL0p6o";
  await runtime.db.transact((tx) => updateUser(tx, workspaceId, id, { passwordHash: cheap }));
  vi.mocked(verifyPassword).mockResolvedValueOnce(true);
  expect(await tries(PASSWORD)).toMatchObject({ outcome: "signed_in" });
  const user = await findUser(runtime.db.read, workspaceId, id);
  expect(user?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await tries(PASSWORD)).toMatchObject({ outcome: "signed_in" });
});

test("knows who a cookie is, and nobody by any other", async () => {
  const { cookie, id, sessionId } = await signedIn();
  const { runtime } = world;
  expect(await sessionOf(cookie, runtime)).toMatchObject({ user: { id }, workspace: { id: world.workspaceId } });
  const others = [null, "", "theme=dark", "belfry.session=x", `${cookie.slice(0, -8)}xxxxxxxx`];
  for (const other of [...others, await cookieFor("somebody-else", sessionId), await cookieFor(id, "ses_unknown")]) {
    expect(await sessionOf(other, runtime)).toBeNull();
  }
  const forged = await cookieFor(id, sessionId, "another secret of more than 32 characters");
  expect(await sessionOf(forged, runtime)).toBeNull();
});

test("refuses a stolen cookie once its owner has signed out", async () => {
  const { cookie, id, sessionId } = await signedIn();
  const { runtime, workspaceId } = world;
  await runtime.db.transact((tx) => endSession(tx, workspaceId, id, { id: sessionId, endedAt: runtime.clock.now() }));
  expect(await sessionOf(cookie, runtime)).toBeNull();
});

test("ends with another password, everywhere", async () => {
  const { cookie, id, tries } = await signedIn();
  const { runtime, workspaceId } = world;
  await perform(setPassword, systemContext(runtime, workspaceId, "test"), { id, password: "fünf große gänse" });
  expect(await sessionOf(cookie, runtime)).toBeNull();
  expect(await tries(PASSWORD)).toEqual({ outcome: "refused" });
  expect(await tries("fünf große gänse")).toMatchObject({ outcome: "signed_in" });
});

test("ends when the person is disabled, and takes another role at once", async () => {
  const { cookie, id } = await signedIn();
  const { runtime, workspaceId } = world;
  await runtime.db.transact((tx) => updateUser(tx, workspaceId, id, { role: "super_admin" }));
  expect(await sessionOf(cookie, runtime)).toMatchObject({ user: { role: "super_admin" } });
  await runtime.db.transact((tx) => updateUser(tx, workspaceId, id, { role: "member" }));
  expect(await sessionOf(cookie, runtime)).toMatchObject({ user: { role: "member" } });
  await runtime.db.transact((tx) => updateUser(tx, workspaceId, id, { deactivatedAt: runtime.clock.now() }));
  expect(await sessionOf(cookie, runtime)).toBeNull();
});

test("ends when this browser signs in anew, and leaves the other devices alone", async () => {
  const { runtime } = world;
  const { cookie, id, sessionId, email } = await signedIn();
  const device = { email, password: PASSWORD, address: "192.0.2.200", userAgent: "" };
  const other = await signInWithPassword(runtime, { ...device, before: null });
  await signInWithPassword(runtime, { ...device, before: { sub: id, sid: sessionId } });
  expect(await sessionOf(cookie, runtime)).toBeNull();
  if (other.outcome !== "signed_in") throw new Error(other.outcome);
  expect(await sessionOf(await cookieFor(id, other.sessionId), runtime)).not.toBeNull();
});

test("ends all but the one that asks", async () => {
  const { runtime, workspaceId } = world;
  const { cookie, id, sessionId, tries } = await signedIn();
  const other = await tries(PASSWORD);
  if (other.outcome !== "signed_in") throw new Error(other.outcome);
  await runtime.db.transact((tx) =>
    endSessionsOf(tx, workspaceId, id, { endedAt: runtime.clock.now(), keep: sessionId }),
  );
  expect(await sessionOf(cookie, runtime)).not.toBeNull();
  expect(await sessionOf(await cookieFor(id, other.sessionId), runtime)).toBeNull();
});

test("ends after 7 days without a request", async () => {
  const [left, used] = [await signedIn(), await signedIn()];
  world.pass(7 * DAY - 1);
  expect(await sessionOf(used.cookie, world.runtime)).not.toBeNull();
  world.pass(1);
  expect(await sessionOf(left.cookie, world.runtime)).toBeNull();
});

test("ends after 30 days however much it is used", async () => {
  const { cookie } = await signedIn();
  for (let days = 0; days < 30; days += 6) {
    await vi.waitFor(async () => {
      const live = await sessionOf(cookie, world.runtime);
      expect(live?.session.seenAt).toEqual(world.runtime.clock.now());
    });
    world.pass(6 * DAY);
  }
  expect(await sessionOf(cookie, world.runtime)).toBeNull();
});

test("a sign-in from a device or place that the person never used raises an alert in its own transaction", async () => {
  const { id, tries } = await somebody();
  const { runtime, workspaceId } = world;
  await runtime.db.transact((tx) => saveCatalogue(tx, workspaceId, CATALOGUE));
  const alerts = async () => {
    const waiting = await listQueuedEvents(runtime.db.read, workspaceId, { limit: 100 });
    return waiting.map(({ payload }) => payload).filter(({ recipients }) => JSON.stringify(recipients).includes(id));
  };
  const phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1";
  await tries(PASSWORD);
  await tries(PASSWORD);
  await tries("a wrong one", { userAgent: phone });
  expect(await alerts()).toEqual([]);
  await tries(PASSWORD, { userAgent: phone });
  await tries(PASSWORD, { userAgent: phone, address: "198.51.100.9" });
  await tries(PASSWORD, { userAgent: phone, address: "198.51.100.10" });
  expect(await alerts()).toMatchObject([
    { topic: "logins.risky", recipients: [{ user: id, as: "self" }], data: { device: "Safari on iPhone" } },
    { topic: "logins.risky", data: { place: "198.51.100.9" } },
  ]);
});
