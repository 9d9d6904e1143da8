/** Counts Playwright's JSON report. What failed at first and passed later counts as failed: nothing is retried. */
export function countPlaywright({ stats, errors }) {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}
