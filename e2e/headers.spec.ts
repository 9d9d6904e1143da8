import type { APIResponse } from "@playwright/test";
import { expect, test } from "./fixtures";

const SIGNED_IN = ["/", "/inbox", "/inbox?show=unread", "/settings/devices", "/admin", "/nowhere"];
const ANYBODY = ["/sign-in", "/setup?token=guess", "/inbox"];

for (const path of SIGNED_IN) {
  test(`sends ${path} privately, with a nonce on every script (S20, S21)`, async ({ asResident }) => {
    const page = await asResident("busy");
    await expectSafe(await page.request.get(path));
  });
}

for (const path of ANYBODY) {
  test(`sends ${path} to nobody in particular in the same way`, async ({ page }) => {
    await expectSafe(await page.request.get(path));
  });
}

test("keeps what the bell asks for out of every cache (S21)", async ({ asResident }) => {
  const page = await asResident("busy");
  const answer = await page.request.get("/api/bell?tab=all");
  expect(answer.headers()["cache-control"]).toBe("private, no-store");
});

test("never uses a nonce twice (S20)", async ({ page }) => {
  const nonces = await Promise.all(Array.from({ length: 5 }, async () => nonceOf(await page.request.get("/sign-in"))));
  expect(new Set(nonces).size).toBe(5);
});

test("runs no script of which the page does not know (S20)", async ({ page, faults }) => {
  faults.expectAlso(/Content Security Policy|CSP: (script|img)-src/);
  await page.goto("/sign-in");
  const complaint = page.waitForEvent("console", (message) => message.text().includes("Content Security Policy"));
  const ran = await page.evaluate(async () => {
    const frame = document.createElement("iframe");
    // Read by the parser, as what an attacker smuggles into a page would be, under the policy of this page.
    frame.srcdoc = `<script>parent.intruder = true</script><img src="x:" onerror="parent.intruder = true">`;
    const loaded = new Promise((resolve) => frame.addEventListener("load", resolve));
    document.body.append(frame);
    await loaded;
    return "intruder" in window;
  });
  expect(ran).toBe(false);
  await complaint;
});

async function expectSafe(answer: APIResponse): Promise<void> {
  const headers = answer.headers();
  // A page that is not found says so in Next's own words, which hold the same two.
  expect(headers["cache-control"]).toMatch(/^private, (.+, )?no-store\b/);
  expect(headers["x-content-type-options"]).toBe("nosniff");
  const policy = headers["content-security-policy"] ?? "";
  expect(policy).toContain("'strict-dynamic'");
  for (const part of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"]) expect(policy).toContain(part);
  const scripts = policy.split("; ").find((part) => part.startsWith("script-src"));
  expect(scripts).not.toMatch(/unsafe-(inline|eval)/);

  const tags = (await answer.text()).match(/<script\b[^>]*>/g) ?? [];
  expect(tags.length).toBeGreaterThan(0);
  const nonce = nonceOf(answer);
  expect(tags.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([]);
}

function nonceOf(answer: APIResponse): string {
  return /'nonce-([^']{16,})'/.exec(answer.headers()["content-security-policy"] ?? "")?.[1] ?? "none";
}
