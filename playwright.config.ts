import { defineConfig } from "@playwright/test";
import { BROWSER_ARGS, findBrowser, findHeadlessShell } from "./bin/setup/browser.mjs";

const report = process.env.PLAYWRIGHT_JSON;

/** They need windows of which one is in front, notifications or push: more than a page. */
const BEYOND_PAGES = ["browser-notifications.spec.ts", "open-tabs.spec.ts", "phone.spec.ts"];

const whole = { executablePath: findBrowser(), args: BROWSER_ARGS };
const pages = { ...whole, executablePath: findHeadlessShell() ?? whole.executablePath };

/** Browser tests on the production build; e2e/fixtures.ts starts a server for each worker. Nothing is retried. */
export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 90_000,
  // Long enough for two browsers and two servers on a slow machine of two cores; no test waits for it to pass.
  expect: { timeout: 15_000 },
  reporter: report ? [["line"], ["json", { outputFile: report }]] : [["line"]],
  use: {
    browserName: "chromium",
    // It would stand between a test and what it lets go wrong on the network; the tests about it allow it.
    serviceWorkers: "block",
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    screenshot: "only-on-failure",
    // A recording of every test costs time: TRACE=1 where a failure is to be looked into.
    trace: process.env.TRACE ? "retain-on-failure" : "off",
  },
  projects: [
    { name: "pages", testIgnore: BEYOND_PAGES, use: { launchOptions: pages } },
    { name: "whole browser", testMatch: BEYOND_PAGES, use: { launchOptions: whole } },
  ],
});
