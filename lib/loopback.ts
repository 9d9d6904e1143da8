const NAMES: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Whether a host, as `URL` writes it, is this machine by one of its usual names. */
export function isLoopback(hostname: string): boolean {
  return NAMES.has(hostname);
}
