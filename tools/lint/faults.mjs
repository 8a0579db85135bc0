// Faults: docs/faults.md promises a test for each fault; every test it names is in the checkout.
//
// A test is named as `file: name`. In C++ the name is Suite.test_name, in Node the test's title; a
// name of no test (a dialogue, say) is the file alone: `file`.

import { lineAt } from './house.mjs';

const page = 'docs/faults.md';
const named = /`(?<file>[\w./-]+\.(?:cpp|mjs|txt|ts))(?:: (?<name>[^`]+))?`/g;

function holds(text, file, name) {
  if (name === undefined) return true;
  if (!file.endsWith('.cpp')) return text.includes(`'${name}'`) || text.includes(`\`${name}\``);
  const [suite, test] = name.split('.');
  return new RegExp(`TEST(_[FP])?\\(\\s*${suite},\\s*${test}\\s*\\)`).test(text);
}

export const faults = {
  name: 'faults',
  check(house) {
    if (!house.files.includes(page)) return [];
    const text = house.read(page);
    const problems = [];
    for (const match of text.matchAll(named)) {
      const { file, name } = match.groups;
      const line = lineAt(text, match.index);
      if (!house.files.includes(file)) {
        const cure = 'name the file where the test stands now';
        problems.push({ file: page, line, what: `${file} is not there`, cure });
      } else if (!holds(house.read(file), file, name)) {
        const cure = 'name the test that proves it now, or write it';
        problems.push({ file: page, line, what: `${file} has no test '${name}'`, cure });
      }
    }
    // A row of the tables: | W1 | what goes wrong | what is expected | tests |
    for (const row of text.matchAll(/^\| ([A-Z]\d+) \|.*$/gm)) {
      if (row[0].match(named) !== null) continue;
      const cure = 'name its test in the last column';
      const line = lineAt(text, row.index);
      problems.push({ file: page, line, what: `fault ${row[1]} has no test`, cure });
    }
    return problems;
  },
};
