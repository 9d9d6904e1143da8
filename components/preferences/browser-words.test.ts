import { expect, test } from "vitest";
import { browserName, nextStep, permissionWords } from "./browser-words";

const MAC = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko)";
const AGENTS = {
  Chrome: `${MAC} Chrome/142.0.0.0 Safari/537.36`,
  Edge: "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0",
  Firefox: "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
  Safari: `${MAC} Version/26.0 Safari/605.1.15`,
  "This browser": `${MAC} Chrome/142.0.0.0 Safari/537.36 OPR/124.0.0.0`,
} as const;

test.each(Object.entries(AGENTS))("tells %s by its name", (name, agent) => {
  expect(browserName(agent)).toBe(name);
});

test.each(Object.entries(AGENTS))("says how to undo a block in %s, and names it", (name, agent) => {
  expect(permissionWords("denied", browserName(agent))).toContain(name);
  expect(nextStep("denied", browserName(agent), agent)).toMatch(/^To allow them, /);
});

test("names the operating system's own place, before and after allowing, and after a block (R29)", () => {
  expect(nextStep("denied", "Edge", AGENTS.Edge)).toContain("Settings, System, Notifications");
  expect(nextStep("granted", "Edge", AGENTS.Edge)).toContain("Settings, System, Notifications");
  expect(nextStep("default", "Chrome", AGENTS.Chrome)).toContain("System Settings, Notifications");
  expect(nextStep("granted", "Firefox", AGENTS.Firefox)).toContain("your desktop's settings");
});

test("says that each browser is asked separately (R28)", () => {
  expect(nextStep("default", "Chrome", AGENTS.Chrome)).toContain("Each browser is asked separately");
});
