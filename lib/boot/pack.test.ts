import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { pack } from "./pack";

const LONG = "A notification, and another. ".repeat(100);
const reply = (body: string | null) => ({ status: 200, headers: {} as Record<string, string>, body });

test("packs what is long for who takes gzip, and says so", async () => {
  const given = reply(LONG);
  const body = await pack(given, "gzip, deflate, br");
  expect(gunzipSync(body as Buffer).toString()).toBe(LONG);
  expect(given.headers).toEqual({ vary: "accept-encoding", "content-encoding": "gzip" });
});

test.each([undefined, "identity", "br", "gzip;q=0", "gzip; q=0.0, br"])(
  "leaves it as it is for %s",
  async (accepted) => {
    const given = reply(LONG);
    expect(await pack(given, accepted)).toBe(LONG);
    expect(given.headers).toEqual({ vary: "accept-encoding" });
  },
);

test("leaves what is short, and what is nothing", async () => {
  expect(await pack(reply("{}"), "gzip")).toBe("{}");
  expect(await pack(reply(null), "gzip")).toBeNull();
});
