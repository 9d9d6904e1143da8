/** What holds for every endpoint (api.md, section 2). */
export function Rules() {
  return (
    <section aria-labelledby="rules" className="grid gap-2">
      <h2 id="rules" className="font-semibold text-lg">
        What holds everywhere
      </h2>
      <ul className="grid max-w-prose list-disc gap-1.5 pl-5">
        <li>JSON in and out, snake_case, times as RFC 3339 in UTC.</li>
        <li>202 means: on disk. What follows, GET /events/{"{id}"} tells, for each person and channel.</li>
        <li>
          Errors are problem+json (RFC 9457). For 422, errors points at each field; in a template or condition, position
          says where.
        </li>
        <li>
          Idempotency-Key on any POST: for 24 hours the same key and body are given the first answer, with
          Idempotent-Replayed: true.
        </li>
        <li>Lists take limit (50, at most 100) and cursor, and answer data and next_cursor.</li>
        <li>
          Where an app has a limit, RateLimit-Policy and RateLimit say it and what remains. 429 and 503 carry
          Retry-After.
        </li>
      </ul>
    </section>
  );
}
