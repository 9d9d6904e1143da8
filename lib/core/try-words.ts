import type { App } from "./app-view";
import type { SendResult } from "./send-result";

/** What a test came to, for the person who asked; `sent` with the provider's own answer. */
export interface TriedApp {
  ok: boolean;
  /** A sentence or two. */
  words: string;
}

const STATUS_WORDS: Readonly<Record<number, string>> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  408: "Request Timeout",
  410: "Gone",
  413: "Content Too Large",
  415: "Unsupported Media Type",
  422: "Unprocessable Content",
  429: "Too Many Requests",
  500: "Internal Server Error",
  502: "Bad Gateway",
  503: "Service Unavailable",
  504: "Gateway Timeout",
};

/** What the provider said, in words. Of a body that somebody's server answered, nothing is shown (S10). */
export function tryWords(app: App, label: string, result: SendResult): TriedApp {
  const who = app === "slack" ? "Slack" : label;
  const said = result.status === undefined ? null : statusWords(result.status);
  if (result.outcome === "sent") {
    return {
      ok: true,
      words: app === "slack" ? `Slack took it, as a message to ${label}.` : `${who} answered ${said}.`,
    };
  }
  if (app === "slack" && result.words && (result.outcome === "failed" || result.status === 200)) {
    return { ok: false, words: `Slack says ${result.words}. ${mending(app, result)}`.trim() };
  }
  if (said !== null) return { ok: false, words: `${who} answered ${said}. ${mending(app, result)}`.trim() };
  return { ok: false, words: `${reasonWords(who, result.words)} ${mending(app, result)}`.trim() };
}

function statusWords(status: number): string {
  return [String(status), STATUS_WORDS[status]].filter(Boolean).join(" ");
}

/** Of our own client: what kept the request from being answered. */
function reasonWords(who: string, words = ""): string {
  if (/[.!?]$/.test(words)) return words;
  if (/ENOTFOUND|EAI_AGAIN|has no address/.test(words)) return `There is no server by the name ${who}.`;
  if (/ECONNREFUSED/.test(words)) return `${who} refused the connection.`;
  if (/no answer within|timed out|ETIMEDOUT|aborted/i.test(words)) return `${who} did not answer in time.`;
  if (/certificate|self.signed|CERT_|ERR_TLS|SSL|wrong version/i.test(words)) {
    return `${who} has no certificate that can be trusted.`;
  }
  return `${who} could not be reached.`;
}

function mending(app: App, result: SendResult): string {
  if (result.outcome === "retry" && result.status === 429)
    return "It wants fewer messages for now: try again in a minute.";
  if (result.outcome !== "failed") return "";
  if (result.detail === "not_configured") return "Disconnect it and connect it again.";
  if (result.reason === "endpoint_gone") return "It does not exist any more: disconnect it, and connect another.";
  if (app === "teams") return "Check that the workflow is switched on, and copy its address again.";
  return app === "slack" ? "Ask a super admin to look at the bot." : "";
}
