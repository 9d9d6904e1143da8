import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { readSecretFiles } from "./secret-files";

const folder = mkdtempSync(path.join(tmpdir(), "belfry-secrets-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("C14: a secret may come in a file, without the line's end", () => {
  const file = path.join(folder, "resend");
  writeFileSync(file, "re_123\n");
  const env: Record<string, string | undefined> = { RESEND_API_KEY_FILE: file, AUTH_SECRET_FILE: "" };
  expect(readSecretFiles(env)).toEqual([]);
  expect(env).toMatchObject({ RESEND_API_KEY: "re_123" });
  expect(env).not.toHaveProperty("AUTH_SECRET");
  expect(readSecretFiles(env)).toEqual([]);
});

test("C14: a file that is not there, or a secret said twice, is a fault by name", () => {
  const gone = path.join(folder, "gone");
  const env = { SMTP_URL_FILE: gone, PUSHER_SECRET: "one", PUSHER_SECRET_FILE: gone };
  const faults = readSecretFiles(env);
  expect(faults).toEqual([expect.stringMatching(/^SMTP_URL_FILE: /), expect.stringMatching(/^PUSHER_SECRET_FILE: /)]);
  expect(faults.join()).not.toContain(folder);
  expect(env.PUSHER_SECRET).toBe("one");
});
