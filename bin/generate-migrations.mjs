// Makes the next migration of both dialects from the one schema. `npm run db:generate -- <name>`
import { spawnSync } from "node:child_process";

const name = process.argv[2];
if (!name) {
  process.stderr.write("Name the migration: npm run db:generate -- add-snooze\n");
  process.exit(1);
}
for (const [dialect, url] of [
  ["sqlite", "file:./data/belfry.db"],
  ["postgresql", "postgres://localhost/belfry"],
]) {
  const folder = dialect === "sqlite" ? "sqlite" : "postgres";
  const args = ["generate", `--dialect=${dialect}`, "--schema=./db/schema/all.ts", `--out=./db/migrations/${folder}`];
  const { status } = spawnSync("npx", ["drizzle-kit", ...args, `--name=${name}`, ...process.argv.slice(3)], {
    stdio: "inherit",
    env: { ...process.env, DATABASE_URL: url },
  });
  if (status !== 0) process.exit(status ?? 1);
}
