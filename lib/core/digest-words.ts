import type { DigestPeriod } from "./mail";

/** What a digest is called, in mails and elsewhere. */
export function digestTitle(period: DigestPeriod): string {
  return { daily: "Your daily summary", weekly: "Your weekly summary", catch_up: "While you were away" }[period];
}

/** A number of notifications in words: `1 notification`, `1,240 notifications`. */
export function notificationsWords(count: number): string {
  return count === 1 ? "1 notification" : `${count.toLocaleString("en")} notifications`;
}
