import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judge } from '../testing/run_suites.mjs';
import {
  lastLine,
  ofGoogleTest,
  ofNodeTest,
  ofPlaywright,
  ofVitest,
  sum,
} from '../testing/tally.mjs';

const googleReport = (tests) =>
  JSON.stringify({ tests: tests.length, testsuites: [{ testsuite: tests }] });

test('googletest report counts passed, failed and skipped', () => {
  const report = googleReport([
    { name: 'a', status: 'RUN', result: 'COMPLETED' },
    { name: 'b', status: 'RUN', result: 'COMPLETED', failures: [{ failure: 'x' }] },
    { name: 'c', status: 'RUN', result: 'SKIPPED' },
    { name: 'd', status: 'NOTRUN', result: 'SUPPRESSED' },
  ]);
  assert.deepEqual(ofGoogleTest(report), { passed: 1, failed: 1, skipped: 2 });
});

test('node test report counts cancelled tests as failed', () => {
  const report = '# pass 3\n# fail 1\n# cancelled 1\n# skipped 2\n# todo 0\n';
  assert.deepEqual(ofNodeTest(report), { passed: 3, failed: 2, skipped: 2 });
});

test('vitest file that cannot be loaded is a failure', () => {
  const report = JSON.stringify({
    numPassedTests: 2,
    numFailedTests: 0,
    numPendingTests: 0,
    testResults: [
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
      { status: 'failed', assertionResults: [] },
    ],
  });
  assert.deepEqual(ofVitest(report), { passed: 2, failed: 1, skipped: 0 });
});

test('playwright test that passed only when repeated is a failure', () => {
  const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 1 };
  const report = JSON.stringify({ stats, errors: [] });
  assert.deepEqual(ofPlaywright(report), { passed: 4, failed: 2, skipped: 1 });
});

test('text that is no report gives no tally', () => {
  for (const read of [ofGoogleTest, ofNodeTest, ofPlaywright, ofVitest]) {
    assert.equal(read('Segmentation fault'), undefined);
  }
});

test('last line names skipped tests only if there are any', () => {
  assert.equal(lastLine({ passed: 5, failed: 0, skipped: 0 }), '5 passed, 0 failed');
  assert.equal(lastLine({ passed: 5, failed: 1, skipped: 2 }), '5 passed, 1 failed, 2 skipped');
});

test('sum adds up every runner', () => {
  const one = { passed: 1, failed: 2, skipped: 3 };
  assert.deepEqual(sum([one, one]), { passed: 2, failed: 4, skipped: 6 });
});

const suite = { read: ofNodeTest };

test('runner that left no report is a failure', () => {
  const { tally, trouble } = judge(suite, 'was ended by SIGSEGV', undefined);
  assert.deepEqual(tally, { passed: 0, failed: 1, skipped: 0 });
  assert.equal(trouble, 'was ended by SIGSEGV');
});

test('runner that ran no test is a failure', () => {
  assert.equal(judge(suite, undefined, '# pass 0\n# fail 0\n').tally.failed, 1);
});

test('runner that reports success and still exits badly is a failure', () => {
  assert.equal(judge(suite, 'exited with 1', '# pass 4\n# fail 0\n').tally.failed, 1);
});

test('command without a report is one test', () => {
  assert.deepEqual(judge({}, undefined, undefined).tally, { passed: 1, failed: 0, skipped: 0 });
  assert.deepEqual(judge({}, 'exited with 1', undefined).tally, {
    passed: 0,
    failed: 1,
    skipped: 0,
  });
});
