// ./dev check: everything CI does, in CI's order, ending with one line summed over all of it. Each
// build step counts as one test. A build that fails ends the run: the rest would test old programs.

import { randomInt } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { runSuite } from './testing/run_suites.mjs';
import { findPresetSuites, findSuites, hasSimulation, simulated } from './testing/suites.mjs';
import { lastLine, nothing, sum } from './testing/tally.mjs';

const root = join(import.meta.dirname, '..');
const logs = join(root, 'build/test-logs');
const jobs = process.env.JOBS ?? String(availableParallelism());
const buildMinutesMax = 45;
// It takes about as long as what comes before it: a slow machine would not end within the hour.
const sanitizedStartMinutesMax = 32;
// What decides and keeps: here a dangling view or a use after free would cost somebody a place.
const sanitizedPrograms = ['scheduling', 'notices', 'conversation', 'storage', 'engine', 'cases'];
const freshDays = '3';
const freshOffices = '2';

mkdirSync(logs, { recursive: true });
const began = performance.now();
const tallies = [];

/** Runs a suite and says whether it held. */
async function holds(suite) {
  const tally = await runSuite(suite, logs);
  tallies.push(tally);
  return tally.failed === 0;
}

const step = (name, command, cwd = root) => ({
  label: 'build',
  name,
  command,
  cwd,
  minutesMax: buildMinutesMax,
});

async function build(preset) {
  const folder = preset === 'release' ? 'build' : `build/${preset}`;
  return (
    (await holds(step(`configure_${preset}`, ['cmake', '--preset', preset]))) &&
    (await holds(step(`build_${preset}`, ['cmake', '--build', folder, '-j', jobs])))
  );
}

async function buildWeb() {
  if (!existsSync(join(root, 'web/package.json'))) return true;
  return holds(step('build_web', ['npm', 'run', '--silent', 'build'], join(root, 'web')));
}

/** Rules first: they are quick, and a broken one is the likeliest trouble. */
async function checkRules() {
  await holds(step('configure', ['cmake', '--preset', 'release']));
  for (const suite of findSuites(root, logs).filter(({ label }) => label === 'lint')) {
    await holds({ ...suite, minutesMax: buildMinutesMax });
  }
}

async function checkFreshSeed() {
  if (!hasSimulation(root)) return;
  const seed = String(randomInt(1, 2 ** 31));
  console.log(`fresh seed: ./dev sim ${seed} --days ${freshDays} --offices ${freshOffices}`);
  await holds(simulated(root, { seed, days: freshDays, offices: freshOffices }));
}

const minutesSoFar = () => (performance.now() - began) / 60_000;

/** The tests of what decides and keeps once more, under the address and undefined sanitizers. */
async function checkSanitized() {
  if (minutesSoFar() > sanitizedStartMinutesMax) {
    console.log(
      `skipped: the sanitized tests, because ${sanitizedStartMinutesMax} minutes are gone; ` +
        'run them with ./dev build debug',
    );
    tallies.push({ ...nothing(), skipped: 1 });
    return;
  }
  if (!(await holds(step('configure_debug', ['cmake', '--preset', 'debug'])))) return;
  const suites = findPresetSuites(root, 'debug', logs).filter(({ name }) =>
    sanitizedPrograms.some((program) => name === `debug_${program}_test`),
  );
  const targets = sanitizedPrograms.map((program) => `${program}_test`);
  const build = ['cmake', '--build', 'build/debug', '-j', jobs, '--target', ...targets];
  if (!(await holds(step('build_debug', build)))) return;
  for (const suite of suites) await holds(suite);
}

async function checkAll() {
  await checkRules();
  if (!((await build('release')) && (await buildWeb()))) return;
  for (const suite of findSuites(root, logs).filter(({ label }) => label !== 'lint')) {
    await holds(suite);
  }
  await checkFreshSeed();
  await checkSanitized();
}

await checkAll();
console.log(`took ${minutesSoFar().toFixed(1)} minutes`);
const all = sum(tallies);
console.log(lastLine(all));
process.exitCode = all.failed > 0 ? 1 : 0;
