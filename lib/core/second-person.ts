/** From how many people on a broadcast needs the yes of a second super admin (S32). */
export interface SecondPersonRule {
  /** Null: it never does. */
  from: number | null;
  /** What it becomes, and when; null where nobody asked for another. */
  next: { from: number | null; at: Date } | null;
}

/** How long others have to object before a broadcast needs a second person less often; milliseconds. */
const TIME_TO_OBJECT = 86_400_000;

/** What holds at a moment, and what is still to come then. */
export function ruleAt(rule: SecondPersonRule, at: Date): SecondPersonRule {
  return rule.next && rule.next.at <= at ? { from: rule.next.from, next: null } : rule;
}

/**
 * The rule once somebody asked for `from`. Stricter, it holds at once; laxer, a day later, since whoever may set it could
 * else do without the second person alone (S32). To ask for what holds takes back what was to come.
 */
export function changedRule(rule: SecondPersonRule, from: number | null, now: Date): SecondPersonRule {
  const current = ruleAt(rule, now);
  if (isAsStrict(from, current.from)) return { from, next: null };
  if (current.next?.from === from) return current;
  return { from: current.from, next: { from, at: new Date(now.getTime() + TIME_TO_OBJECT) } };
}

function isAsStrict(wanted: number | null, from: number | null): boolean {
  return from === null || (wanted !== null && wanted <= from);
}

/** `from 1,000 people on`, or `never`. */
export function fromWords(from: number | null): string {
  if (from === null) return "never";
  return `from ${from.toLocaleString("en")} ${from === 1 ? "person" : "people"} on`;
}
