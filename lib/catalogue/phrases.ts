// Pieces of Liquid. Every field may be missing: each piece then reads well without it, or says nothing.

/** Who did it, where that is known: `Grace ${active}`, else `${passive}`. */
export function actorDid(active: string, passive: string): string {
  return `{% if actor.name != blank %}{{ actor.name }} ${active}{% else %}${passive}{% endif %}`;
}

/** The record's title, word for word: the bell finds it in the sentence and shows it in bold. */
export function record(fallback: string): string {
  return `{{ subject.title | default: "${fallback}" }}`;
}

/** The first records of a merged notification, and how many more there are. */
export function records(): string {
  const more = "{% assign more = notification.count | minus: notification.titles.size %}";
  const others = "{% if more > 0 and notification.titles.size > 0 %} and {{ more | grouped }} more{% endif %}";
  return `{{ notification.titles | join: ", " }}${more}${others}`;
}

/** The record's title after `before`, or nothing. */
export function named(before = " "): string {
  return `{% if subject.title != blank %}${before}{{ subject.title }}{% endif %}`;
}

/** The title that came with the event's data, else `fallback`. */
export function givenTitle(fallback: string): string {
  return `{% if data.title != blank %}{{ data.title }}{% else %}${fallback}{% endif %}`;
}

/** One sentence per state of a job; `data.status` as in api.md. */
export function job(states: { running: string; failure: string; success: string }): string {
  const { running, failure, success } = states;
  return `{% case data.status %}{% when "running" %}${running}{% when "failure" %}${failure}{% else %}${success}{% endcase %}`;
}

/** One line of the facts that are there: `Value: 1200 EUR · Stage: Won`. */
export function facts(...parts: string[]): string {
  return `{% capture facts %}${parts.join("")}{% endcapture %}{{ facts | remove_first: " · " }}`;
}

/** Of a section's week that Belfry summed up: how many of each topic. */
export function sums(): string {
  return "{% for one in data.topics %}{% if one.name != blank %} · {{ one.name }}: {{ one.count | grouped }}{% endif %}{% endfor %}";
}

export function fact(label: string, path: string, shown = `{{ ${path} }}`): string {
  return `{% if ${path} != blank %} · ${label}: ${shown}{% endif %}`;
}

/** How many: `1,240`. */
export function count(label: string, path: string): string {
  return fact(label, path, `{{ ${path} | grouped }}`);
}

/** A sum, with `data.currency` behind it where that is given. */
export function amount(label: string, path: string): string {
  return fact(label, path, `{{ ${path} | grouped }}{% if data.currency != blank %} {{ data.currency }}{% endif %}`);
}

export function day(label: string, path: string): string {
  return fact(label, path, calendarDay(path));
}

/** An instant (RFC 3339) in the recipient's time zone where that is known, else in UTC; a bare date stays a date. */
export function time(label: string, path: string): string {
  const clock = "%-d %B %Y, %H:%M";
  const local = `{{ ${path} | date: "${clock}", recipient.time_zone }}`;
  const utc = `{{ ${path} | date: "${clock} UTC", 0 }}`;
  const instant = `{% if recipient.time_zone != blank %}${local}{% else %}${utc}{% endif %}`;
  return fact(label, path, `{% if ${path}.size == 10 %}${calendarDay(path)}{% else %}${instant}{% endif %}`);
}

/** What somebody wrote, on one line, cut at 200 characters. */
export function quote(path: string): string {
  return `{% if ${path} != blank %} · “{{ ${path} | squish | truncate: 200, "…" }}”{% endif %}`;
}

/** A sentence that always stands among the facts. */
export function note(sentence: string): string {
  return ` · ${sentence}`;
}

// In UTC, or a bare date would slip to the day before west of Greenwich. 0 is cheaper than the name.
function calendarDay(path: string): string {
  return `{{ ${path} | date: "%-d %B %Y", 0 }}`;
}
