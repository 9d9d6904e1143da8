import { expect, test } from "vitest";
import { readEnv } from "./env";

function faults(source: Record<string, string>): string[] {
  const read = readEnv(source);
  return "faults" in read ? read.faults : [];
}

test("needs nothing to be set", () => {
  expect(readEnv({})).toMatchObject({ env: { DATABASE_URL: "file:./data/belfry.db", PORT: 3000, HOST: "127.0.0.1" } });
});

test("takes an empty value for one that is not set, as .env.example writes them", () => {
  expect(faults({ PUSHER_PORT: "", AUTH_SECRET: "", BELFRY_ADMIN_EMAIL: "" })).toEqual([]);
});

test("names every wrong setting at once, and repeats no value (F42)", () => {
  const named = faults({
    DATABASE_URL: "mysql://secret-one",
    PORT: "70000",
    AUTH_URL: "http://belfry.example",
    AUTH_SECRET: "secret-two",
    PUSHER_HOST: "push.example",
    BELFRY_ADMIN_EMAIL: "not-an-address",
  });
  const names = named.map((line) => line.split(":")[0]);
  expect(names).toEqual(
    expect.arrayContaining(["DATABASE_URL", "PORT", "AUTH_URL", "AUTH_SECRET", "BELFRY_ADMIN_EMAIL"]),
  );
  expect(named.join()).not.toMatch(/secret-one|secret-two/);
});

test("wants the parts of a realtime service together, and of the first admin", () => {
  const hosted = faults({ PUSHER_CLUSTER: "eu", PUSHER_KEY: "key" });
  expect(hosted.map((line) => line.split(":")[0])).toEqual(["PUSHER_APP_ID", "PUSHER_SECRET"]);
  expect(faults({ BELFRY_ADMIN_EMAIL: "ada@example.com" })[0]).toContain("BELFRY_ADMIN_PASSWORD");
});

test.each(["https://belfry.example", "http://localhost:3000", "http://127.0.0.1:3100"])(
  "takes %s as the address",
  (url) => {
    expect(faults({ AUTH_URL: url })).toEqual([]);
  },
);

test.each(["1", "true", "TRUE", "yes", "on"])("takes %s for yes", (word) => {
  expect(readEnv({ ALLOW_PRIVATE_TARGETS: word })).toMatchObject({ env: { ALLOW_PRIVATE_TARGETS: true } });
});

test.each(["0", "false", "no", "off"])("takes %s for no", (word) => {
  expect(readEnv({ PUSHER_TLS: word })).toMatchObject({ env: { PUSHER_TLS: false, ALLOW_PRIVATE_TARGETS: false } });
  expect(faults({ PUSHER_TLS: "maybe" })).toEqual(["PUSHER_TLS: use true or false"]);
});

test("wants a sender where mails leave this machine, and none for a stand-in on it", () => {
  expect(faults({ RESEND_API_KEY: "re_1", RESEND_BASE_URL: "http://127.0.0.1:4000" })).toEqual([]);
  expect(faults({ SMTP_URL: "smtp://localhost:1025" })).toEqual([]);
  expect(faults({ RESEND_API_KEY: "re_1" })).toEqual([expect.stringContaining("EMAIL_FROM")]);
  expect(faults({ SMTP_URL: "smtp://mail.example:25" })).toEqual([expect.stringContaining("EMAIL_FROM")]);
});
