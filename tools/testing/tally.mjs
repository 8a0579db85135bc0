// A tally is what a runner reported: how many tests passed, failed and were skipped. These
// functions read the reports of our four runners; each gives undefined if a text is no report.

/** @typedef {{passed: number, failed: number, skipped: number}} Tally */

/** @returns {Tally} */
export const nothing = () => ({ passed: 0, failed: 0, skipped: 0 });

/** @param {Tally[]} tallies @returns {Tally} */
export function sum(tallies) {
  const all = nothing();
  for (const tally of tallies) {
    all.passed += tally.passed;
    all.failed += tally.failed;
    all.skipped += tally.skipped;
  }
  return all;
}

/** The one line that a run of ours ends with. */
export function lastLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed` + (skipped > 0 ? `, ${skipped} skipped` : '');
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** GoogleTest's --gtest_output=json. */
export function ofGoogleTest(text) {
  const report = parsed(text);
  if (!Array.isArray(report?.testsuites)) return undefined;
  const tally = nothing();
  for (const test of report.testsuites.flatMap((suite) => suite.testsuite ?? [])) {
    if (test.failures?.length > 0) tally.failed += 1;
    else if (test.status === 'NOTRUN' || test.result === 'SKIPPED') tally.skipped += 1;
    else tally.passed += 1;
  }
  return tally;
}

/** The closing comments of `node --test --test-reporter=tap`. */
export function ofNodeTest(text) {
  const figure = (word) => {
    const found = [...text.matchAll(new RegExp(`^# ${word} (\\d+)$`, 'gm'))].at(-1);
    return found === undefined ? undefined : Number(found[1]);
  };
  const passed = figure('pass');
  const failed = figure('fail');
  if (passed === undefined || failed === undefined) return undefined;
  return {
    passed,
    failed: failed + (figure('cancelled') ?? 0),
    skipped: (figure('skipped') ?? 0) + (figure('todo') ?? 0),
  };
}

/** Vitest's --reporter=json. A file that could not be loaded holds no test and still fails. */
export function ofVitest(text) {
  const report = parsed(text);
  if (typeof report?.numPassedTests !== 'number') return undefined;
  const unloaded = (report.testResults ?? []).filter(
    (file) => file.status === 'failed' && file.assertionResults.every((t) => t.status !== 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  };
}

/** Playwright's json reporter. A test that passed only when repeated counts as failed. */
export function ofPlaywright(text) {
  const stats = parsed(text)?.stats;
  if (typeof stats?.expected !== 'number') return undefined;
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + (parsed(text).errors?.length ?? 0),
    skipped: stats.skipped,
  };
}
