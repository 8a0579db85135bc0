// Size: what does not fit on a screen or two is split by noun.

import { functionsOf } from './cpp_text.mjs';
import { excuse, isCpp } from './house.mjs';

const functionLinesMax = 70;
const fileLinesMax = 400;
const lineColumnsMax = 100;

const isWritten = (file) =>
  (isCpp(file) || /\.(mjs|js|ts|tsx|css|sh)$/.test(file) || file === 'dev') &&
  !/(^|\/)(testdata|dist|generated)\//.test(file) &&
  !/\.d\.ts$/.test(file);

// A line that is one long word (an address, a digest) cannot be broken.
const isUnbreakable = (line) => /^\s*(\/\/|#|\*|["'`]|\w+:)?\s*\S+$/.test(line);

/** Biome breaks the lines of web/ as it sees fit. */
const hasOwnFormatter = (file) => file.startsWith('web/');

function checkLines(file, lines) {
  if (hasOwnFormatter(file)) return [];
  return lines.flatMap((text, i) => {
    const columns = [...text].length;
    if (columns <= lineColumnsMax || isUnbreakable(text)) return [];
    return [
      {
        file,
        line: i + 1,
        key: `line ${i + 1}`,
        what: `${columns} columns, at most ${lineColumnsMax}`,
        cure: './dev format, or break the line',
      },
    ];
  });
}

function checkFile(file, text) {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const problems = checkLines(file, lines);
  if (lines.length > fileLinesMax) {
    problems.push({
      file,
      line: lines.length,
      key: 'file',
      what: `${lines.length} lines, at most ${fileLinesMax}`,
      cure: 'split it by noun: each part gets the name of what it defines',
    });
  }
  if (!isCpp(file)) return problems;
  for (const { name, first, lines: length } of functionsOf(text)) {
    if (length <= functionLinesMax) continue;
    problems.push({
      file,
      line: first,
      key: name,
      what: `${name} has ${length} lines, at most ${functionLinesMax}`,
      cure: 'keep the control flow here and give the steps names of their own',
    });
  }
  return problems;
}

export const size = {
  name: 'size',
  check(house) {
    const files = house.files.filter(isWritten);
    return excuse(
      house,
      'size',
      files.flatMap((file) => checkFile(file, house.read(file))),
    );
  },
};
