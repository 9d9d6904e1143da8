import { DrizzleQueryError } from "drizzle-orm/errors";
import { expect, test } from "vitest";
import { AppError } from "@/lib/app-error";
import { createLog } from "./log";

test("tells what failed and where, and none of a query's values (S26)", () => {
  const failed = new DrizzleQueryError("insert into users values ($1)", ["canary\n at 1"], new Error("duplicate key"));
  const line = logged((log) => log.error({ err: new AppError("unavailable", "Later.", { cause: failed }) }, "failed"));
  expect(line).not.toContain("canary");
  expect(JSON.parse(line)).toMatchObject({
    level: "error",
    msg: "failed",
    err: {
      code: "unavailable",
      message: "Later.",
      stack: expect.stringContaining("log.test.ts"),
      cause: { message: "Failed query: insert into users values ($1)", cause: { message: "duplicate key" } },
    },
  });
});

test("redacts what is named a secret (S26)", () => {
  const line = logged((log) =>
    log.info({ password: "canary", headers: { authorization: "canary", cookie: "canary" } }),
  );
  expect(line).not.toContain("canary");
  expect(JSON.parse(line)).toMatchObject({ password: "[redacted]", headers: { cookie: "[redacted]" } });
});

test("writes what was thrown though it is no error", () => {
  expect(JSON.parse(logged((log) => log.error({ err: "gone" })))).toMatchObject({ err: { message: "gone" } });
});

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  write(createLog("info", { write: (line: string) => void lines.push(line) }));
  return lines.join("");
}
