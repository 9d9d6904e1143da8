/**
 * Counts vitest's JSON report, and names what failed. A file that failed before any of its tests did (a bad import)
 * counts as one failed.
 */
export function countVitest(report) {
  const broken = report.testResults.filter(
    (file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  );
  const failures = report.testResults.flatMap((file) =>
    file.assertionResults
      .filter((test) => test.status === "failed")
      .map((test) => ({ name: `${nameOf(file)} › ${test.fullName}`, message: test.failureMessages?.join("\n") })),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: [...failures, ...broken.map((file) => ({ name: nameOf(file), message: file.message }))],
  };
}

function nameOf({ name = "" }) {
  return name.replace(`${process.cwd()}/`, "");
}
