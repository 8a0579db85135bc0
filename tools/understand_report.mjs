// node tools/understand_report.mjs FILE [--program=PATH] [--faults] [--speed]: lets the program
// read the sentences of FILE and prints, as Markdown, how many it understood. FILE has JSON lines
// as those of tests/language. --faults lists each row that is not wholly right; --speed reads
// 10,000 lines and says what one sentence takes. It ends with 1 when a row was falsely read as
// cancel or stop, and with 2 when it could not do its work.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { faultsOf, figuresOf, groupedBy, judge, tableOf } from './understanding/figures.mjs';

const root = join(import.meta.dirname, '..');
const options = process.argv.slice(2);
const file = options.find((option) => !option.startsWith('--'));
const chosen = options.find((option) => option.startsWith('--program='))?.slice(10);
const program = chosen ?? join(root, 'build/bin/antre');
const speedLines = 10_000;
const speedRounds = 5;

function end(why) {
  console.error(`understand_report: ${why}`);
  process.exit(2);
}

function hear(lines) {
  const input = `${lines.join('\n')}\n`;
  const run = spawnSync(program, ['understand'], { input, maxBuffer: 2 ** 28 });
  if (run.error) end(`${program}: ${run.error.code}; build it or give --program=PATH`);
  if (run.status !== 0) end(`${program} ended with ${run.status}: ${run.stderr}`);
  return run.stdout.toString().trimEnd().split('\n');
}

// Microseconds for one sentence: 10,000 lines in one process, less what a single line costs.
function speedOf(lines) {
  const many = Array.from({ length: speedLines }, (_, i) => lines[i % lines.length]);
  const took = (some) => {
    const began = performance.now();
    hear(some);
    return performance.now() - began;
  };
  const least = (some) => Math.min(...Array.from({ length: speedRounds }, () => took(some)));
  return (1000 * (least(many) - least(many.slice(0, 1)))) / (speedLines - 1);
}

if (file === undefined) end('which file of sentences?');
const rows = readFileSync(file, 'utf8')
  .split('\n')
  .filter((text) => text !== '')
  .map((text) => JSON.parse(text));
const lines = rows.map(({ text, lang, now, ctx }) => JSON.stringify({ text, lang, now, ctx }));
const answers = hear(lines).map((text) => JSON.parse(text));
if (answers.length !== rows.length) end(`${rows.length} lines gave ${answers.length} answers`);
const unread = answers.findIndex((answer) => answer.error !== undefined);
if (unread !== -1) end(`line ${unread + 1}: ${answers[unread].error}`);

const judgements = rows.map((row, i) => judge(row, answers[i]));
console.log(tableOf('set', new Map([['all', judgements]])));
for (const key of ['intent', 'mouth', 'tag', 'part']) {
  const groups = groupedBy(judgements, key);
  if (groups.size > 0) console.log(`\n${tableOf(key, groups)}`);
}
const { destroyed, booked } = figuresOf(judgements);
console.log(`\nFalsely read as cancel or stop: ${destroyed}`);
console.log(`Cancel or stop read as book: ${booked}`);
judgements.forEach(({ row, answer, ...one }, i) => {
  if (!one.destroyed && !one.booked) return;
  console.log(`- line ${i + 1}, ${row.intent} heard as ${answer.intent}: ${row.text}`);
});
if (options.includes('--faults')) {
  const faulty = judgements.filter((one) => faultsOf(one) !== '');
  console.log(`\nNot wholly right: ${faulty.length}`);
  for (const one of faulty) console.log(`- ${JSON.stringify(one.row.text)}: ${faultsOf(one)}`);
}
if (options.includes('--speed')) {
  console.log(`\nOne sentence, JSON included: ${speedOf(lines).toFixed(1)} µs`);
}
process.exitCode = destroyed > 0 ? 1 : 0;
