import pino, { type DestinationStream, type Logger } from "pino";

export type { Logger };

const SECRETS = ["password", "token", "secret", "authorization", "cookie", "key"];

/** JSON lines, on standard output unless told otherwise. Named secrets never get there (S26, C13). */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`]), censor: "[redacted]" },
    serializers: { err: described },
  };
  return destination ? pino(options, destination) : pino(options);
}

interface Described {
  type: string;
  message: string;
  code?: string;
  stack?: string;
  cause?: Described;
}

/** What failed and where, without the values of a query: among them are addresses and password hashes. */
function described(error: unknown): Described {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error) };
  const { code, query } = error as { code?: string; query?: string };
  return {
    type: error.name,
    message: query === undefined ? error.message : `Failed query: ${query}`,
    code,
    stack: error.stack?.match(/^ +at .+$/gm)?.join("\n"),
    cause: error.cause === undefined ? undefined : described(error.cause),
  };
}
