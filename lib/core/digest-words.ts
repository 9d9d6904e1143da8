import type { DigestPeriod } from "./mail";

export function digestTitle(period: DigestPeriod): string {
  return { daily: "Your daily summary", weekly: "Your weekly summary", catch_up: "While you were away" }[period];
}

export function notificationsWords(count: number): string {
  return count === 1 ? "1 notification" : `${count.toLocaleString("en")} notifications`;
}
