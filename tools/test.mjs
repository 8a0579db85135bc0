// ./dev test [LABEL ...]: runs every suite of the checkout, or those of some labels, and ends with
// one plain line `N passed, M failed`.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { runSuite } from './testing/run_suites.mjs';
import { findSuites, labels } from './testing/suites.mjs';
import { lastLine, sum } from './testing/tally.mjs';

const root = join(import.meta.dirname, '..');
const logs = join(root, 'build/test-logs');
const wanted = process.argv.slice(2);

const unknown = wanted.find((label) => !labels.includes(label));
if (unknown !== undefined) {
  console.error(`./dev test: there is no label '${unknown}'; labels: ${labels.join(' ')}`);
  process.exit(2);
}

mkdirSync(logs, { recursive: true });
const suites = findSuites(root, logs).filter(
  (suite) => wanted.length === 0 || wanted.includes(suite.label),
);
if (suites.length === 0) {
  console.log(`no suite of ${wanted.join(' ')} is in this checkout`);
  console.log('0 passed, 1 failed');
  process.exit(1);
}
const tallies = [];
for (const suite of suites) tallies.push(await runSuite(suite, logs));
const all = sum(tallies);
console.log(lastLine(all));
process.exitCode = all.failed > 0 ? 1 : 0;
