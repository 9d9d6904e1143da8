import type { BrowserContext } from "@playwright/test";

/** What a browser complained of: nothing, unless a test says beforehand what must come. */
export interface Faults {
  /** Complaints that match are part of the test. */
  expectAlso(pattern: RegExp): void;
  /** The ones that nobody expected. */
  unexpected(): string[];
  /** Hears what this browser complains of from now on. */
  watch(context: BrowserContext): void;
}

/** What Chromium says of a page that was left, or closed, before its socket stood. */
const LEFT_WHILE_CONNECTING = /WebSocket is closed before the connection is established/;

/** Collects console errors and warnings (hydration among them), uncaught errors and CSP violations of all watched. */
export function collectFaults(): Faults {
  const found: string[] = [];
  const expected: RegExp[] = [];
  return {
    expectAlso: (pattern) => expected.push(pattern),
    unexpected: () => found.filter((fault) => !expected.some((pattern) => pattern.test(fault))),
    watch(context) {
      // What a script tries and catches (`eval`, say) is told nowhere else.
      void context.addInitScript(() => {
        const tell = ({ violatedDirective, blockedURI }: SecurityPolicyViolationEvent) =>
          // biome-ignore lint/suspicious/noConsole: it runs in the page, where the console is what is watched
          console.error(`CSP: ${violatedDirective} ${blockedURI}`);
        document.addEventListener("securitypolicyviolation", tell);
      });
      context.on("weberror", (error) => found.push(`uncaught: ${error.error().stack ?? error.error().message}`));
      context.on("console", (message) => {
        if (message.type() !== "error" && message.type() !== "warning") return;
        if (LEFT_WHILE_CONNECTING.test(message.text())) return;
        // The test runner's own word, in every page of a test that is not about the service worker.
        if (message.text() === "Service Worker registration blocked by Playwright") return;
        found.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
      });
    },
  };
}
