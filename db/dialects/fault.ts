import { AppError, isAppError } from "@/lib/app-error";

/** Whether PostgreSQL ended the transaction so that others could go on: run again, it may well succeed. */
export function isVictim(error: unknown): boolean {
  return codesOf(error).some((code) => code === "40P01" || code === "40001");
}

/** What to throw instead of the driver's error: the caller of a database that is away may try again (F5, F6, F9). */
export function asFault(error: unknown): unknown {
  if (isAppError(error) || !isUnavailable(error)) return error;
  return new AppError("unavailable", "The database is not available right now. Try again shortly.", {
    cause: error,
    retryAfterSeconds: 5,
  });
}

/** The codes of an error and of what caused it, the outermost first. */
export function codesOf(error: unknown): string[] {
  return chainOf(error).flatMap(({ code }) => (typeof code === "string" ? [code] : []));
}

/** Whether the database cannot serve now, though nothing is wrong with what was asked: away, full, locked, read-only. */
export function isUnavailable(error: unknown): boolean {
  return isVictim(error) || codesOf(error).some((code) => AWAY.test(code)) || messagesOf(error).some(isLostConnection);
}

// A replica (25006) is one that was the primary a moment ago: its database's name leads to the new one soon.
const AWAY =
  /^(08...|53...|57P..|25006|ECONN\w+|ETIMEDOUT|EPIPE|EHOST\w+|ENET\w+|ENOTFOUND|EAI_AGAIN|SQLITE_(FULL|BUSY|IOERR|READONLY|CANTOPEN)\w*)$/;

/** PostgreSQL's driver gives these no code. */
function isLostConnection(message: string): boolean {
  return /^(timeout exceeded when trying to connect|Connection terminated|timeout expired|Query read timeout|Client (was closed|has encountered a connection error))/.test(
    message,
  );
}

function messagesOf(error: unknown): string[] {
  return chainOf(error).map(({ message }) => String(message));
}

interface Link {
  code?: unknown;
  message?: unknown;
  cause?: unknown;
}

function chainOf(error: unknown): Link[] {
  const chain: Link[] = [];
  for (let e = error as Link | undefined; e; e = e.cause as Link | undefined) chain.push(e);
  return chain;
}
