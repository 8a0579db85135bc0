// Runs suites one after another, keeps each one's output in a log, shows that log if it failed, and
// gives back the tally. A runner that crashed, hung or ran nothing counts as one failure.

import { spawn } from 'node:child_process';
import { mkdirSync, openSync, closeSync, readFileSync, rmSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { nothing } from './tally.mjs';

const suiteMinutesMax = 25;
const shownLinesMax = 200;

function runCommand(suite, log) {
  return new Promise((resolve) => {
    const output = openSync(log, 'w');
    const [program, ...args] = suite.command;
    const minutes = suite.minutesMax ?? suiteMinutesMax;
    const child = spawn(program, args, {
      cwd: suite.cwd,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', ...suite.env },
      stdio: ['ignore', output, output],
      detached: true,
    });
    const stop = () => {
      try {
        process.kill(-child.pid, 'SIGKILL');
      } catch {
        child.kill('SIGKILL');
      }
    };
    const forward = () => {
      stop();
      process.exit(130);
    };
    process.once('SIGINT', forward);
    process.once('SIGTERM', forward);
    let ranOut = false;
    const deadline = setTimeout(() => {
      ranOut = true;
      stop();
    }, minutes * 60_000);
    const done = (how) => {
      clearTimeout(deadline);
      process.off('SIGINT', forward);
      process.off('SIGTERM', forward);
      closeSync(output);
      resolve(ranOut ? `did not end within ${minutes} minutes` : how);
    };
    child.on('error', (error) => done(`could not start: ${error.message}`));
    child.on('close', (code, signal) => {
      if (signal !== null) done(`was ended by ${signal}`);
      else done(code === 0 ? undefined : `exited with ${code}`);
    });
  });
}

/** What a finished suite counts as. `trouble` says how the command ended badly, if it did. */
export function judge(suite, trouble, reportText) {
  if (suite.read === undefined) {
    const tally = nothing();
    tally[trouble === undefined ? 'passed' : 'failed'] = 1;
    return { tally, trouble };
  }
  const tally = reportText === undefined ? undefined : suite.read(reportText);
  if (tally === undefined) {
    return { tally: { ...nothing(), failed: 1 }, trouble: trouble ?? 'left no report' };
  }
  if (tally.passed + tally.failed + tally.skipped === 0) {
    return { tally: { ...nothing(), failed: 1 }, trouble: trouble ?? 'ran no test' };
  }
  if (trouble !== undefined && tally.failed === 0) {
    return { tally: { ...tally, failed: 1 }, trouble };
  }
  return { tally, trouble: tally.failed > 0 ? (trouble ?? 'failed') : undefined };
}

function showLog(log) {
  const lines = readFileSync(log, 'utf8').trimEnd().split('\n');
  if (lines.length > shownLinesMax) {
    console.log(`    ... ${lines.length - shownLinesMax} earlier lines are in ${log}`);
  }
  for (const line of lines.slice(-shownLinesMax)) console.log(`    ${line}`);
}

/** @param {import('./suites.mjs').Suite} suite @returns {Promise<import('./tally.mjs').Tally>} */
export async function runSuite(suite, logs) {
  mkdirSync(logs, { recursive: true });
  const log = join(logs, `${suite.name}.log`);
  if (suite.report !== undefined) rmSync(suite.report, { force: true });
  const began = performance.now();
  const ended = await runCommand(suite, log);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const text =
    suite.report !== undefined && existsSync(suite.report)
      ? readFileSync(suite.report, 'utf8')
      : undefined;
  const { tally, trouble } = judge(suite, ended, text);
  const skipped = tally.skipped > 0 ? `, ${tally.skipped} skipped` : '';
  const figures = `${tally.passed} ok, ${tally.failed} failed${skipped}`;
  console.log(
    `${suite.label.padEnd(10)} ${suite.name.padEnd(28)} ${seconds.padStart(6)} s  ${figures}`,
  );
  if (trouble !== undefined) {
    console.log(`  ${suite.name} ${trouble}; its output (${log}):`);
    showLog(log);
  }
  return tally;
}
