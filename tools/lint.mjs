// ./dev lint [RULE ...] [--all|--pure] [--tap=FILE]: runs the rules of STYLE.md over the checkout
// and prints file:line, what is wrong and the cure. clang-tidy looks at what differs from main;
// --pure adds the pure rooms, --all every file. --tap leaves a report of one test a rule.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openHouse } from './lint/house.mjs';
import { pureFiles } from './lint/purity.mjs';
import { rules } from './lint/rules.mjs';

const root = join(import.meta.dirname, '..');
const options = process.argv.slice(2);
const names = options.filter((option) => !option.startsWith('--'));
const tap = options.find((option) => option.startsWith('--tap='))?.slice('--tap='.length);
const known = rules.map((rule) => rule.name);

const unknown = names.find((name) => !known.includes(name));
if (unknown !== undefined) {
  console.error(`./dev lint: there is no rule '${unknown}'; rules: ${known.join(' ')}`);
  process.exit(2);
}

const house = openHouse(root, { all: options.includes('--all') });
if (options.includes('--pure')) for (const file of pureFiles(house)) house.changed.add(file);
const results = [];
for (const rule of rules.filter((r) => names.length === 0 || names.includes(r.name))) {
  const began = performance.now();
  const problems = await rule.check(house);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  for (const { file, line, what, cure } of problems) {
    console.log(`${file}:${line}: ${what}\n    cure: ${cure}`);
  }
  const found = problems.length === 0 ? 'holds' : `${problems.length} broken`;
  console.log(`${rule.name.padEnd(12)} ${seconds.padStart(6)} s  ${found}`);
  results.push({ name: rule.name, holds: problems.length === 0 });
}

const failed = results.filter((result) => !result.holds).length;
if (tap !== undefined) {
  const lines = results.map(
    ({ name, holds }, i) => `${holds ? 'ok' : 'not ok'} ${i + 1} - ${name}`,
  );
  lines.push(`# pass ${results.length - failed}`, `# fail ${failed}`);
  writeFileSync(tap, `TAP version 13\n${lines.join('\n')}\n`);
}
process.exitCode = failed > 0 ? 1 : 0;
