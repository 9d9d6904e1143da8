import { ErrorCode } from "@slack/web-api";
import type { SendResult } from "@/lib/core/send-result";

/** What Slack says for now only; `doubtful` ones may have had their effect. */
const PASSING = new Set(["ratelimited", "rate_limited", "message_limit_exceeded", "team_added_to_org"]);
const DOUBTFUL = new Set(["internal_error", "fatal_error", "service_unavailable", "request_timeout"]);
/** The person is not there any more, or the company's token is of another Slack. */
const GONE = new Set(["channel_not_found", "user_not_found", "users_not_found", "user_disabled", "is_archived"]);

/** Slack's own word for what is wrong, such as `channel_not_found`; null where it did not come to words. */
export function slackWord(error: unknown): string | null {
  if (!isCoded(error) || error.code !== ErrorCode.PlatformError) return null;
  const { data } = error as { data?: { error?: unknown } };
  // What cannot be read as an answer comes in its place, whole.
  return typeof data?.error === "string" && /^[a-z_]{1,100}$/.test(data.error) ? data.error : null;
}

/** What became of a call that the SDK gave up. */
export function slackFault(error: unknown): Exclude<SendResult, { outcome: "sent" }> {
  const words = String(error instanceof Error ? error.message : error).slice(0, 1024);
  const word = slackWord(error);
  if (word !== null) return platformFault(word);
  if (!isCoded(error)) {
    // A 429 that does not say for how long comes as a plain error.
    return words.startsWith("Retry header")
      ? { outcome: "retry", ambiguous: false, status: 429, words }
      : { outcome: "retry", ambiguous: true, words };
  }
  const { code, retryAfter, statusCode, original } = error;
  if (code === ErrorCode.RateLimitedError) {
    return { outcome: "retry", ambiguous: false, status: 429, words, retryAfter: String(retryAfter ?? "") };
  }
  if (code === ErrorCode.HTTPError) {
    const status = statusCode ?? 0;
    return { outcome: "retry", ambiguous: status >= 500, status, words };
  }
  return { outcome: "retry", ambiguous: !isNotReached(original), words };
}

function platformFault(word: string): Exclude<SendResult, { outcome: "sent" }> {
  const said = { status: 200, words: word };
  if (DOUBTFUL.has(word)) return { outcome: "retry", ambiguous: true, ...said };
  if (PASSING.has(word)) return { outcome: "retry", ambiguous: false, ...said };
  if (GONE.has(word)) return { outcome: "failed", reason: "endpoint_gone", ...said };
  return { outcome: "failed", reason: "provider_rejected", detail: word, ...said };
}

/** Nobody heard the request. */
function isNotReached(original: unknown): boolean {
  const cause = original instanceof Error ? (original.cause ?? original) : original;
  const code = (cause as { code?: unknown } | undefined)?.code;
  return ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "UND_ERR_CONNECT_TIMEOUT"].includes(String(code));
}

interface Coded extends Error {
  code: ErrorCode;
  retryAfter?: number;
  statusCode?: number;
  original?: unknown;
}

// By its code, not its class: the server and the pages are bundled apart.
function isCoded(error: unknown): error is Coded {
  return error instanceof Error && Object.values(ErrorCode).includes((error as Coded).code);
}
