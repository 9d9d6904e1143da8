import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const ROOT = path.resolve(import.meta.dirname, "..");

// Every line breaks the rule it names: file ▸ what it imports.
const BREAKS = {
  "core-is-alone": ["lib/core/a.ts ▸ @/lib/clock", "lib/core/sub/b.ts ▸ @/db/queries/q"],
  "core-is-pure": ["lib/core/c.ts ▸ node:fs", "lib/core/d.ts ▸ uuidv7", "lib/core/e.ts ▸ pg"],
  "catalogue-is-data": ["lib/catalogue/a.ts ▸ @/lib/clock"],
  "components-get-data-in": ["components/a.tsx ▸ @/lib/usecases/u", "components/b.tsx ▸ @/lib/realtime/signal"],
  "service-worker-runs-alone": ["lib/service-worker/a.ts ▸ @/lib/usecases/u", "lib/service-worker/b.ts ▸ @/lib/log"],
  "components-use-the-screen": ["components/c.tsx ▸ next/headers", "components/d.tsx ▸ pusher-js"],
  "db-knows-the-core": ["db/a.ts ▸ @/lib/log", "db/b.ts ▸ @/lib/usecases/u"],
  "sql-stays-in-db": ["lib/usecases/a.ts ▸ drizzle-orm", "lib/log2.ts ▸ pg", "app/a/page.tsx ▸ better-sqlite3"],
  "app-asks-use-cases": ["app/b/page.tsx ▸ @/db/queries/q", "app/c/route.ts ▸ @/lib/worker/w"],
  "use-cases-know-no-edge": ["lib/usecases/b.ts ▸ next/headers", "lib/usecases/c.ts ▸ @/lib/http/h"],
  "auth-is-below-use-cases": ["lib/auth/c.ts ▸ @/lib/usecases/u"],
  "worker-decides-nothing": ["lib/worker/a.ts ▸ @/db/queries/q", "lib/worker/b.ts ▸ @/lib/realtime/signal"],
  "channels-know-no-siblings": [
    "lib/channels/a.ts ▸ @/db/queries/q",
    "lib/channels/b.ts ▸ @/lib/usecases/u",
    "lib/channels/c.ts ▸ @/lib/outgoing/client",
  ],
  "providers-stay-in-channels": ["lib/usecases/h.ts ▸ resend", "lib/auth/b.ts ▸ nodemailer"],
  "outgoing-is-alone": ["lib/outgoing/a.ts ▸ @/lib/core/g"],
  "lib-is-below-app": ["lib/auth/a.ts ▸ @/components/z"],
  "mails-are-one-room": ["lib/usecases/i.ts ▸ @react-email/html"],
  "realtime-is-one-room": ["lib/usecases/d.ts ▸ pusher", "lib/usecases/e.ts ▸ ws"],
  "next-auth-is-one-room": ["lib/usecases/f.ts ▸ next-auth", "app/d/page.tsx ▸ next-auth/jwt"],
  "argon2-is-one-room": ["lib/usecases/g.ts ▸ @node-rs/argon2"],
  "no-cycles": ["lib/core/one.ts ▸ @/lib/core/two"],
  "nothing-unresolved": ["lib/core/f.ts ▸ @/lib/core/not-there"],
};

// And none of these breaks one.
const KEEPS = [
  "lib/core/two.ts ▸ @/lib/core/one",
  "lib/core/g.ts ▸ zod",
  "lib/core/h.ts ▸ liquidjs",
  "lib/core/i.test.ts ▸ vitest",
  "lib/clock.ts ▸ node:timers/promises",
  "lib/log.ts ▸ pino",
  "lib/usecases/u.ts ▸ @/db/queries/q",
  "lib/usecases/v.test.ts ▸ better-sqlite3",
  "lib/realtime/signal.ts ▸ @/lib/core/g",
  "lib/realtime/client.ts ▸ pusher-js",
  "lib/http/h.ts ▸ @/lib/usecases/u",
  "lib/auth/ok.ts ▸ next-auth",
  "lib/auth/d.ts ▸ @/lib/usecases/context",
  "lib/usecases/context.ts ▸ @/lib/core/g",
  "lib/channels/ok.ts ▸ nodemailer",
  "lib/channels/posts.ts ▸ @/lib/outgoing/outgoing",
  "lib/outgoing/client.ts ▸ @/lib/outgoing/outgoing",
  "lib/outgoing/outgoing.ts ▸ node:http",
  "lib/service-worker/ok.ts ▸ @/lib/core/g",
  "lib/worker/w.ts ▸ @/lib/usecases/u",
  "lib/runtime.ts ▸ @/db/queries/q",
  "db/queries/q.ts ▸ drizzle-orm",
  "components/z.tsx ▸ @/lib/realtime/client",
  "components/y.tsx ▸ lucide-react",
  "components/x.tsx ▸ next/link",
  "app/api/auth/route.ts ▸ next-auth",
  "app/e/page.tsx ▸ @/components/z",
];

let broken;
const folders = [];

beforeAll(() => {
  broken = check([...KEEPS, ...Object.values(BREAKS).flat()]);
}, 60_000);

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

test("every rule has an import here that breaks it", () => {
  const { forbidden } = createRequire(import.meta.url)("../.dependency-cruiser.cjs");
  expect(Object.keys(BREAKS).sort()).toEqual(forbidden.map(({ name }) => name).sort());
});

test.each(Object.entries(BREAKS))("%s stops what breaks it", (rule, lines) => {
  for (const line of lines) expect(broken.stdout).toContain(`✗ ${rule}: ${line.split(" ▸ ")[0]} →`);
});

test("lets pass what the rules allow", () => {
  const kept = check(KEEPS.filter((line) => !line.startsWith("lib/core/two")).concat("lib/core/one.ts ▸ zod"));
  expect(kept.stdout).toContain("0 violations");
  expect(kept.status).toBe(0);
}, 60_000);

test("says how many modules of how many files it saw", () => {
  const count = KEEPS.length + Object.values(BREAKS).flat().length;
  expect(broken.stdout).toContain(`${count} modules cruised of ${count} files`);
});

test("fails when there is nothing to cruise", () => {
  expect(check([]).status).toBe(1);
});

/** Runs the check on a small house with these imports, as types: a type import is an import too. */
function check(lines) {
  const folder = mkdtempSync(path.join(tmpdir(), "belfry-imports-"));
  folders.push(folder);
  for (const file of [".dependency-cruiser.cjs", "tsconfig.json"]) {
    copyFileSync(path.join(ROOT, file), path.join(folder, file));
  }
  symlinkSync(path.join(ROOT, "node_modules"), path.join(folder, "node_modules"));
  for (const [file, target] of lines.map((line) => line.split(" ▸ "))) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), `import type * as it from "${target}";\nexport type It = typeof it;\n`);
  }
  return spawnSync(process.execPath, [path.join(ROOT, "bin/check-imports.mjs")], { cwd: folder, encoding: "utf8" });
}
