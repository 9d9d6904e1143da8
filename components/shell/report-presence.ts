/** As often as Belfry says that it is open; milliseconds. Timers of tabs in the background wait for up to a minute. */
const EVERY = 60_000;

/** Somebody moved in this tab just now (A16). */
export function reportActive(): void {
  send("/api/presence");
}

/** Belfry is open in this browser, from now on until the returned function is called, whether used or not (R26). */
export function reportOpen(): () => void {
  const report = () => send("/api/presence/open");
  report();
  const timer = setInterval(report, EVERY);
  return () => clearInterval(timer);
}

// Not awaited, and lost without harm: the next one says so again.
function send(to: string) {
  fetch(to, { method: "POST", keepalive: true, headers: { "content-type": "application/json" }, body: "{}" }).catch(
    () => {},
  );
}
