import { expect, test } from "vitest";
import { contentSecurityPolicy, type PageSettings, pageHeaders } from "./page-headers";

const settings: PageSettings = {
  nonce: "bm9uY2U",
  publicUrl: "https://bell.example.com",
  realtimeHosts: [],
  development: false,
};

test("runs only scripts that carry the nonce, and evaluates none", () => {
  const policy = contentSecurityPolicy(settings);
  const scripts = policy.split("; ").find((directive) => directive.startsWith("script-src"));
  expect(scripts).toBe("script-src 'nonce-bm9uY2U' 'strict-dynamic'");
  for (const directive of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"]) {
    expect(policy.split("; ")).toContain(directive);
  }
});

test("connects to itself, and to a realtime server outside when there is one", () => {
  const connects = (made: Partial<PageSettings>) =>
    contentSecurityPolicy({ ...settings, ...made })
      .split("; ")
      .find((directive) => directive.startsWith("connect-src"));
  expect(connects({})).toBe("connect-src 'self' wss://bell.example.com ws://bell.example.com");
  expect(connects({ realtimeHosts: ["*.pusher.com"] })).toContain("wss://*.pusher.com");
  expect(connects({ realtimeHosts: ["evil; script-src *"] })).not.toContain("evil");
});

test("insists on https only where there is https", () => {
  expect(pageHeaders(settings)["Strict-Transport-Security"]).toBe("max-age=31536000");
  expect(pageHeaders({ ...settings, publicUrl: "http://localhost:3000" })).not.toHaveProperty(
    "Strict-Transport-Security",
  );
});

test("is kept by no cache", () => {
  expect(pageHeaders(settings)["Cache-Control"]).toBe("private, no-store");
});
