import { expect, test } from "vitest";
import { deviceState, deviceWords, type Seen } from "./device-state";
import { platformOf } from "./platform";

const FINE: Seen = {
  supported: true,
  platform: "android",
  standalone: false,
  permission: "granted",
  listed: true,
};

test.each<[Partial<Seen>, string]>([
  [{}, "on"],
  [{ listed: false }, "off"],
  [{ permission: "default", listed: false }, "ask"],
  [{ permission: "denied" }, "denied"],
  [{ supported: false }, "unsupported"],
  [{ platform: "ios", supported: false, permission: "default" }, "install"],
  [{ platform: "ios", standalone: true, permission: "default" }, "ask"],
])("%o is %s (U18)", (seen, state) => {
  expect(deviceState({ ...FINE, ...seen })).toBe(state);
});

test("says in each state how it stands and what to do", () => {
  for (const state of ["unsupported", "install", "ask", "denied", "off", "on"] as const) {
    const { how, next } = deviceWords(state, "Chrome", "Android");
    expect([how, next].join(" ")).toMatch(/^[A-Z].*\. .*\.$/);
  }
});

test.each([
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X)", 5, "ios"],
  ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)", 5, "ios"],
  ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)", 0, "desktop"],
  ["Mozilla/5.0 (Linux; Android 14; Pixel 8)", 5, "android"],
  ["Mozilla/5.0 (Windows NT 10.0; Win64; x64)", 10, "desktop"],
])("%s with %i fingers is %s", (agent, fingers, platform) => {
  expect(platformOf(agent, fingers)).toBe(platform);
});
