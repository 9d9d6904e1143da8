import { expect, type Page } from "@playwright/test";
import type { Api, Role } from "./api";
import type { Server } from "./server";

export interface Person {
  id: string;
  name: string;
  email: string;
  password: string;
}

let made = 0;

/** A person nobody met before, made by the API and given a password by the command line. */
export async function makePerson(server: Server, api: Api, name: string, role: Role): Promise<Person> {
  const id = `${name.toLowerCase().replace(/\W+/g, "-")}-${++made}`;
  const person = { id, name, email: `${id}@example.com`, password: "plum kettle orbit seven" };
  await api.putUser(id, { email: person.email, name, role });
  await server.cli("user", "set", "--id", id, "--password", person.password);
  return person;
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
