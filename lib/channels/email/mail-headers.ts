import type { MailFrame } from "@/lib/core/mail";
import { unsubscribeAddress } from "./addresses";

const LONGEST_SUBJECT = 200;

/** The headers of RFC 8058, so that mailboxes offer one click, and a word to answering machines (RFC 3834). */
export function mailHeaders(frame: MailFrame): Record<string, string> {
  const address = unsubscribeAddress(frame);
  const headers: Record<string, string> = {
    "Auto-Submitted": "auto-generated",
    "X-Auto-Response-Suppress": "All",
    ...(address && { "List-Unsubscribe": `<${address}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" }),
  };
  for (const [name, value] of Object.entries(headers)) refuseBreaks(name, value);
  return headers;
}

/** A title as a header takes it: one line, without what turns the reading order round, 200 characters at most (S13). */
export function subjectLine(title: string): string {
  const line = title
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
  const characters = [...line];
  return characters.length > LONGEST_SUBJECT ? `${characters.slice(0, LONGEST_SUBJECT - 1).join("")}…` : line;
}

function refuseBreaks(name: string, value: string): void {
  if (/[^\x20-\x7e]/.test(value)) throw new Error(`The header ${name} has a character that none may have.`);
}
