import pino, { type Logger } from "pino";

export type { Logger };

const SECRETS = ["password", "token", "secret", "authorization", "cookie", "key"];

/** JSON lines on standard output. Named secrets never get there (S26, C13). */
export function createLog(level: string): Logger {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`]), censor: "[redacted]" },
  });
}
