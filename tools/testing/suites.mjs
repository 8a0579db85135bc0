// A suite is one call of one runner. This file knows which suites the checkout has: what the tree
// does not hold yet is no suite, so a young checkout is tested by what is there.

import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { ofGoogleTest, ofNodeTest, ofPlaywright, ofVitest } from './tally.mjs';

export const labels = ['unit', 'contract', 'journey', 'emulator', 'web', 'simulation', 'lint'];

/**
 * @typedef {object} Suite
 * @property {string} label one of `labels`
 * @property {string} name unique, fit for a file name
 * @property {string[]} command program and arguments
 * @property {string} cwd
 * @property {Record<string, string>} [env]
 * @property {number} [minutesMax] how long it may take, if longer than usual
 * @property {string} [report] the file in which the runner leaves its report
 * @property {(text: string) => import('./tally.mjs').Tally | undefined} [read] reads that report;
 *   without it the whole suite is one test, passed if the command exits with 0
 */

/** The GoogleTest programs that ctest knows in a build folder. */
function googleTests(root, folder, logs) {
  const build = join(root, folder);
  if (!existsSync(join(build, 'CTestTestfile.cmake'))) return [];
  const listing = execFileSync('ctest', ['--test-dir', build, '--show-only=json-v1'], {
    encoding: 'utf8',
    maxBuffer: 64 << 20,
  });
  return JSON.parse(listing).tests.map((test) => {
    const property = (name) => test.properties?.find((p) => p.name === name)?.value;
    const name = `${test.name}_test`;
    const report = join(logs, `${name}.json`);
    return {
      label: property('LABELS')?.[0] ?? 'unit',
      name,
      command: [...(test.command ?? [join(build, 'bin', name)]), `--gtest_output=json:${report}`],
      cwd: property('WORKING_DIRECTORY') ?? build,
      report,
      read: ofGoogleTest,
    };
  });
}

const isNodeTest = (file) => /\.test\.(mjs|js)$/.test(file);

/** One suite for a folder's *.test.mjs files. */
function nodeSuite(root, logs, label, name, folder, concurrency) {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  const files = readdirSync(path, { recursive: true })
    .filter((file) => isNodeTest(file) && !file.includes('node_modules'))
    .sort()
    .map((file) => join(path, file));
  if (files.length === 0) return [];
  const report = join(logs, `${name}.tap`);
  const reporters = [
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=tap',
    `--test-reporter-destination=${report}`,
  ];
  return [
    {
      label,
      name,
      command: ['node', '--test', `--test-concurrency=${concurrency}`, ...reporters, ...files],
      cwd: root,
      report,
      read: ofNodeTest,
    },
  ];
}

/** tests/LABEL/: the journeys start servers, so their files run one after another. */
function nodeTests(root, logs) {
  return ['contract', 'journey', 'emulator', 'simulation'].flatMap((label) =>
    nodeSuite(root, logs, label, `tests_${label}`, `tests/${label}`, 1),
  );
}

function webTests(root, logs) {
  const web = join(root, 'web');
  if (!existsSync(join(web, 'package.json'))) return [];
  const scripts = JSON.parse(readFileSync(join(web, 'package.json'), 'utf8')).scripts ?? {};
  const suites = [];
  if (scripts.test !== undefined) {
    const report = join(logs, 'vitest.json');
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    suites.push({
      label: 'web',
      name: 'vitest',
      command: ['npx', 'vitest', 'run', ...reporters],
      cwd: web,
      report,
      read: ofVitest,
    });
  }
  if (scripts.e2e !== undefined) {
    const report = join(logs, 'playwright.json');
    suites.push({
      label: 'web',
      name: 'playwright',
      command: ['npx', 'playwright', 'test', '--reporter=list,json'],
      cwd: web,
      env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report, PLAYWRIGHT_JSON_OUTPUT_FILE: report, CI: '1' },
      report,
      read: ofPlaywright,
    });
  }
  if (scripts.size !== undefined) {
    const command = ['npm', 'run', '--silent', 'size'];
    suites.push({ label: 'web', name: 'web_size', command, cwd: web });
  }
  return suites;
}

/**
 * tests/seeds/*.txt: lines `SEED DAYS OFFICES [FAULTS]  # why`; each is one simulated run. SEED may
 * be FIRST-LAST: then it is a run of several seeds.
 */
export function seedLines(text) {
  return text
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [seed, days, offices, faults] = line.split(/\s+/);
      return { seed, days, offices, faults };
    });
}

/** One simulated run as a suite of one test. */
export function simulated(root, { seed, days, offices, faults }) {
  const [first, last] = seed.split('-').map(Number);
  const command = [join(root, 'build/bin/antre'), 'simulate', '--seed', String(first)];
  if (last !== undefined) command.push('--seeds', String(last - first + 1));
  command.push('--days', days);
  command.push('--offices', offices);
  if (faults !== undefined) command.push('--faults', faults);
  const name = ['seed', seed, faults].filter((part) => part !== undefined).join('_');
  return { label: 'simulation', name, command, cwd: root };
}

/** Whether the program is built and the checkout keeps seeds for it. */
export const hasSimulation = (root) =>
  existsSync(join(root, 'tests/seeds')) && existsSync(join(root, 'build/bin/antre'));

function simulations(root) {
  if (!hasSimulation(root)) return [];
  const folder = join(root, 'tests/seeds');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .flatMap((file) => seedLines(readFileSync(join(folder, file), 'utf8')))
    .map((line) => simulated(root, line));
}

/** `./dev run --check`: server, emulator and demo data answer one greeting. */
function wholeHouse(root) {
  const programs = ['antre', 'antre-whatsapp-emulator'].map((name) =>
    join(root, 'build/bin', name),
  );
  if (!programs.every(existsSync) || !existsSync(join(root, 'data/demo'))) return [];
  const command = ['node', join(root, 'tools/run.mjs'), '--check'];
  return [{ label: 'journey', name: 'dev_run_check', command, cwd: root }];
}

function rules(root, logs) {
  const suites = nodeSuite(
    root,
    logs,
    'lint',
    'tools_tests',
    'tools/tests',
    availableParallelism(),
  );
  const report = join(logs, 'lint.tap');
  const command = ['node', join(root, 'tools/lint.mjs'), `--tap=${report}`];
  return [...suites, { label: 'lint', name: 'lint', command, cwd: root, report, read: ofNodeTest }];
}

/** Every suite of the checkout, in the order to run. @returns {Suite[]} */
export function findSuites(root, logs) {
  return [
    ...googleTests(root, 'build', logs),
    ...nodeTests(root, logs),
    ...wholeHouse(root),
    ...webTests(root, logs),
    ...simulations(root),
    ...rules(root, logs),
  ];
}

/** The GoogleTest programs of another preset's build, for `./dev check`. @returns {Suite[]} */
export function findPresetSuites(root, preset, logs) {
  return googleTests(root, `build/${preset}`, logs).map((suite) => ({
    ...suite,
    name: `${preset}_${suite.name}`,
  }));
}
