import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Installation, newInstallation } from "./testing";

let here: Installation;

beforeAll(async () => {
  here = await newInstallation();
});
afterAll(() => here.remove());

const WRONG = {
  DATABASE_URL: "mysql://root:canary-in-url@db.example/belfry",
  PORT: "70000",
  AUTH_URL: "http://belfry.example",
  AUTH_SECRET: "canary-too-short",
  BELFRY_ADMIN_EMAIL: "canary at example",
  BELFRY_ADMIN_PASSWORD: "canary-pass",
  PUSHER_HOST: "pusher.example",
  PUSHER_SECRET: "",
  PUSHER_TLS: "canary",
  ACTIVE_WINDOW_SECONDS: "0",
  LOG_LEVEL: "canary",
};

test("F42: with every setting wrong it ends with 78, names each at once and repeats no value", async () => {
  const { code, output, after } = await startWith(WRONG);
  expect(code).toBe(78);
  expect(after).toBeLessThan(5000);
  for (const name of Object.keys(WRONG)) if (name !== "PUSHER_HOST") expect(output).toContain(name);
  expect(output).not.toMatch(/canary|70000|belfry\.example/);
  expect(existsSync(path.join(here.folder, "belfry.db"))).toBe(false);
});

test.each(Object.entries(WRONG).filter(([name]) => name !== "PUSHER_SECRET"))(
  "F42: %s alone is named, and nothing else",
  async (name, value) => {
    const { code, output, after } = await startWith({ [name]: value });
    expect(code).toBe(78);
    expect(after).toBeLessThan(5000);
    const named = [...output.matchAll(/^ {2}([A-Z_]+): /gm)].map(([, one]) => one);
    // A host of Pusher's protocol wants its three credentials; one half of the first admin wants the other.
    const wanted: Record<string, string[]> = {
      BELFRY_ADMIN_EMAIL: ["BELFRY_ADMIN_EMAIL", "BELFRY_ADMIN_PASSWORD"],
      BELFRY_ADMIN_PASSWORD: ["BELFRY_ADMIN_EMAIL", "BELFRY_ADMIN_PASSWORD"],
      PUSHER_HOST: ["PUSHER_APP_ID", "PUSHER_KEY", "PUSHER_SECRET"],
    };
    expect(new Set(named)).toEqual(new Set(wanted[name] ?? [name]));
    expect(output).not.toContain(value);
  },
);

test("C14: --check-config says whether the settings are right, and starts nothing", async () => {
  expect(await startWith({}, "--check-config")).toMatchObject({ code: 0, output: "The settings are right.\n" });
  const gone = { AUTH_SECRET_FILE: path.join(here.folder, "gone") };
  const refused = await startWith(gone, "--check-config");
  expect(refused).toMatchObject({ code: 78, output: expect.stringContaining("AUTH_SECRET_FILE") });
  expect(existsSync(path.join(here.folder, "belfry.db"))).toBe(false);
});

test("F42: the command line says the same", async () => {
  const child = spawn(process.execPath, ["dist/belfry.js", "user", "set", "--id", "ada"], {
    env: { ...here.env, AUTH_SECRET: "canary-too-short" },
  });
  let said = "";
  child.stderr.on("data", (data) => {
    said += data;
  });
  expect((await once(child, "close"))[0]).toBe(78);
  expect(said).toContain("AUTH_SECRET");
  expect(said).not.toContain("canary");
});

async function startWith(wrong: Record<string, string>, ...args: string[]) {
  const startedAt = performance.now();
  const child = spawn(process.execPath, ["dist/server.js", ...args], { env: { ...here.env, ...wrong } });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (data) => {
      output += data;
    });
  }
  const [code] = await once(child, "close");
  return { code, output, after: performance.now() - startedAt };
}
