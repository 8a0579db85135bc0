// Personal: people and secrets do not print. The types of foundation/secret.h have no stream or
// format operator, and reveal() is called only in the files that tools/reveals.txt names.

import { codeOf } from './cpp_text.mjs';
import { isCpp, isTest, lineAt } from './house.mjs';

const allowedFile = 'tools/reveals.txt';
const types = '(?:Personal<\\w+>|PersonName|PhoneNumber|UserKey|Token)';

/** Lines `path-or-folder/ | reason`. */
function readAllowed(house) {
  if (!house.files.includes(allowedFile)) return [];
  return house
    .read(allowedFile)
    .split('\n')
    .map((text, i) => ({ line: i + 1, text: text.trim() }))
    .filter(({ text }) => text !== '' && !text.startsWith('#'))
    .map(({ line, text }) => {
      const [path, reason = ''] = text.split('|').map((part) => part.trim());
      return { line, path, reason };
    });
}

const covers = (path, file) => (path.endsWith('/') ? file.startsWith(path) : file === path);

function checkPrinting(file, code) {
  const printing = new RegExp(
    `operator<<\\s*\\([^)]*\\b${types}|\\b(?:formatter|hash_value)\\s*<?\\s*(?:antre::)?${types}\\b`,
    'g',
  );
  return [...code.matchAll(printing)].map((match) => ({
    file,
    line: lineAt(code, match.index),
    what: 'a way to print what belongs to a person',
    cure: 'print the id instead',
  }));
}

export const personal = {
  name: 'personal',
  check(house) {
    const allowed = readAllowed(house);
    const problems = allowed
      .filter(({ reason }) => reason === '')
      .map(({ line }) => ({
        file: allowedFile,
        line,
        what: 'no reason is given',
        cure: 'write: path | why this place must see it',
      }));
    const files = house.files.filter((file) => isCpp(file) && !isTest(file));
    for (const file of files.filter((f) => f !== 'src/foundation/secret.h')) {
      const code = codeOf(house.read(file));
      problems.push(...checkPrinting(file, code));
      if (allowed.some(({ path }) => covers(path, file))) continue;
      for (const match of code.matchAll(/(?:\.|->)reveal\s*\(\s*\)/g)) {
        problems.push({
          file,
          line: lineAt(code, match.index),
          what: 'reveal() outside of the places that may see people and secrets',
          cure: `pass the id, or name the place with its reason in ${allowedFile}`,
        });
      }
    }
    return problems;
  },
};
