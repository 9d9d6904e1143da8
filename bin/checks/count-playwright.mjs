/** Counts Playwright's JSON report, and names what failed. What failed at first and passed later counts as failed. */
export function countPlaywright({ stats, errors, suites = [] }) {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
    failures: [...suites.flatMap(failuresIn), ...errors.map(({ message }) => ({ name: "outside any test", message }))],
  };
}

function failuresIn({ specs = [], suites = [] }) {
  const failed = specs.flatMap(({ file, line, title, tests }) =>
    tests
      .filter(({ status }) => status === "unexpected" || status === "flaky")
      .map(({ results }) => ({ name: `${file}:${line} › ${title}`, message: messageOf(results) })),
  );
  return [...failed, ...suites.flatMap(failuresIn)];
}

function messageOf(results) {
  return results
    .flatMap(({ errors }) =>
      errors.map(({ message, location }) => (location ? `${message}\n    at line ${location.line}` : message)),
    )
    .join("\n");
}
