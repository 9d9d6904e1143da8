import { expect, type Page } from "@playwright/test";
import type { Api, Role } from "./api";
import { changeDatabase } from "./database";
import type { Server } from "./server";

export interface Person {
  id: string;
  name: string;
  email: string;
  password: string;
}

const PASSWORD = "plum kettle orbit seven";

let made = 0;
/** By server: who was the first to have the password. */
const first = new Map<Server, string>();

/** A person nobody met before, made by the API and given a password. */
export async function makePerson(server: Server, api: Api, name: string, role: Role): Promise<Person> {
  const id = `${name.toLowerCase().replace(/\W+/g, "-")}-${++made}`;
  const person = { id, name, email: `${id}@example.com`, password: PASSWORD };
  await api.putUser(id, { email: person.email, name, role });
  await givePassword(server, id);
  return person;
}

/** The first on a server by the command line, which takes a second; the others get what it made of the same password. */
async function givePassword(server: Server, id: string): Promise<void> {
  const known = first.get(server);
  if (!known) {
    await server.cli("user", "set", "--id", id, "--password", PASSWORD);
    first.set(server, id);
    return;
  }
  const hash = "(select password_hash from users where id = ?)";
  changeDatabase(server, `update users set password_hash = ${hash} where id = ?`, known, id);
}

/**
 * Signs in as programs do (sign-in.spec.ts tests the page), goes to `to`, and stays until the bell listens and the
 * server knows that somebody is there.
 */
export async function signIn(page: Page, person: Person, to = "/inbox"): Promise<void> {
  await takeSession(page, person);
  await whileArriving(page, () => page.goto(to));
}

/** Gives the browser of `page` a session of this person, and stays where it is. */
export async function takeSession(page: Page, { email, password }: Person): Promise<void> {
  const { csrfToken } = await (await page.request.get("/api/auth/csrf")).json();
  const form = { csrfToken, email, password };
  const answer = await page.request.post("/api/auth/callback/credentials", { form, maxRedirects: 0 });
  expect(answer.headers().location).not.toContain("error");
}

/** `go` leads to a page with a bell: resolves when that bell listens and its tab was reported as active. */
export async function whileArriving(page: Page, go: () => Promise<unknown>): Promise<void> {
  const active = page.waitForResponse((response) => response.url().endsWith("/api/presence") && response.ok(), LATE);
  await Promise.all([active, whileListening(page, go)]);
}

/** The same for a tab in which nobody is active. */
export async function whileListening(page: Page, go: () => Promise<unknown>): Promise<void> {
  // Asked for once the bell listens: what came before it may have been missed.
  const asked = page.waitForResponse((response) => response.url().includes("/api/bell?") && response.ok(), LATE);
  await Promise.all([asked, go()]);
}

const LATE = { timeout: 20_000 };
