import type { Browser } from "@playwright/test";
import type { Api } from "./api";
import { fillBell } from "./company";
import { makePerson, type Person, takeSession } from "./people";
import type { Server } from "./server";

/** Somebody who is signed in already, for tests that only look. */
interface Resident extends Person {
  /** The cookies of their session. */
  session: Awaited<ReturnType<Awaited<ReturnType<Browser["newContext"]>>["storageState"]>>;
}

/** `busy` had a full morning; to `quiet` nothing ever happened; `boss` is a super admin. */
export interface Residents {
  busy: Resident;
  quiet: Resident;
  boss: Resident;
}

export async function moveIn(browser: Browser, server: Server, api: Api): Promise<Residents> {
  const busy = await makePerson(server, api, "Ada Lovelace", "member");
  await fillBell(api, busy);
  const quiet = await makePerson(server, api, "Alan Turing", "member");
  const boss = await makePerson(server, api, "Barbara Liskov", "super_admin");
  await api.putGroup("porters", "Porters", [{ user: boss.id, main: true, manager: true }]);
  return {
    busy: await settle(browser, server, busy),
    quiet: await settle(browser, server, quiet),
    boss: await settle(browser, server, boss),
  };
}

async function settle(browser: Browser, server: Server, person: Person): Promise<Resident> {
  const context = await browser.newContext({ baseURL: server.url });
  await takeSession(await context.newPage(), person);
  const session = await context.storageState();
  await context.close();
  return { ...person, session };
}
