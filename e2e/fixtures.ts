import { type BrowserContextOptions, test as base, expect, type Page } from "@playwright/test";
import { type Api, addApp, type Role } from "./api";
import { collectFaults, type Faults } from "./faults";
import { makePerson, type Person } from "./people";
import { type RealtimeOfTests, realtimeOf } from "./realtime";
import { moveIn, type Residents } from "./residents";
import { type Server, startServer } from "./server";

export { expect, type Page } from "@playwright/test";
export type { Person } from "./people";
export { signIn, takeSession, whileArriving, whileListening } from "./people";

const SCOPES =
  "events:write,events:read,directory:write,directory:read,notifications:read,notifications:write,topics:write";

interface ForTest {
  faults: Faults;
  /** A new person with a password; a name such as `Ada Lovelace`. */
  person(name: string, role?: Role): Promise<Person>;
  /** A page in a browser of its own: another person, or another device. */
  another(options?: BrowserContextOptions): Promise<Page>;
  /** The same for a resident, signed in already: for tests that change nothing. */
  asResident(who: keyof Residents, options?: BrowserContextOptions): Promise<Page>;
}

interface ForWorker {
  realtime: RealtimeOfTests;
  /** One a worker; no super admin runs it yet. */
  server: Server;
  api: Api;
  residents: Residents;
}

/** Every test with a real server, and without a single complaint of the browser. */
export const test = base.extend<ForTest, ForWorker>({
  realtime: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from its pattern
    async ({}, use) => {
      const realtime = await realtimeOf();
      await use(realtime);
      await realtime.stop();
    },
    { scope: "worker" },
  ],

  server: [
    async ({ realtime }, use) => {
      const server = await startServer(realtime.settings);
      await use(server);
      const output = await server.output();
      expect(await server.stop(), "exit code after SIGTERM").toBe(0);
      expect(output, "what the server logged").not.toMatch(/"level":"(error|fatal)"/);
    },
    { scope: "worker", timeout: 60_000 },
  ],

  api: [async ({ server }, use) => use(await addApp(server, "Simla", SCOPES)), { scope: "worker" }],

  residents: [
    async ({ browser, server, api }, use) => use(await moveIn(browser, server, api)),
    { scope: "worker", timeout: 60_000 },
  ],

  baseURL: ({ server }, use) => use(server.url),

  faults: [
    async ({ context, realtime }, use) => {
      const faults = collectFaults();
      faults.watch(context);
      await realtime.prepare(context, faults);
      await use(faults);
      expect(faults.unexpected(), "complaints of the browser").toEqual([]);
    },
    { auto: true },
  ],

  person: ({ server, api }, use) => use((name, role = "member") => makePerson(server, api, name, role)),

  another: async ({ browser, server, faults, realtime }, use) => {
    const opened: Page[] = [];
    await use(async (options) => {
      const context = await browser.newContext({ baseURL: server.url, ...options });
      faults.watch(context);
      await realtime.prepare(context, faults);
      const page = await context.newPage();
      opened.push(page);
      return page;
    });
    await Promise.all(opened.map((page) => page.context().close()));
  },

  asResident: ({ another, residents }, use) =>
    use((who, options) => another({ ...options, storageState: residents[who].session })),
});
