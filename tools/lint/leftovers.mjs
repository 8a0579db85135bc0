// Leftovers: nothing in the tree waits for somebody to come back to it.

import { commentsOf } from './cpp_text.mjs';
import { excuse, isCpp, lineAt } from './house.mjs';

const isText = (file) =>
  /\.(h|cpp|mjs|js|ts|tsx|css|html|sh|cmake|txt|yaml|yml|toml|sql|md)$/.test(file) ||
  file === 'dev';
const isScript = (file) => /\.(mjs|js|ts|tsx)$/.test(file);

// Spelt apart so that this file does not find itself.
const marks = new RegExp(
  `\\b(${['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X', 'HA' + 'CK'].join('|')})\\b`,
  'g',
);
const suppression = new RegExp('NO' + 'LINT(NEXTLINE|BEGIN)?(\\([^)]*\\))?(.*)');

const looksLikeCode =
  /^\s*(return\b.*;|#\s*include\b|(if|for|while|switch)\s*\(.*\)\s*\{?$|[\w:<>*&.[\]]+\s*=[^=].*;|[\w:.>-]+\(.*\);|(const|auto|let|std::)\b.*[;{])\s*$/;

function checkMarks(file, text) {
  return [...text.matchAll(marks)].map((match) => ({
    file,
    line: lineAt(text, match.index),
    key: match[0],
    what: `${match[0]} in the tree`,
    cure: 'do it now, or write it where work is planned',
  }));
}

function checkSuppressions(file, text) {
  return text.split('\n').flatMap((line, i) => {
    const found = suppression.exec(line);
    if (found === null) return [];
    const hasReason = found[2] !== undefined && /\w{3,}/.test(found[3]);
    if (hasReason) return [];
    const what = 'a lint suppression without a named check and a reason';
    const cure = 'write the check in brackets and the reason behind it, or remove the cause';
    return [{ file, line: i + 1, key: 'suppression', what, cure }];
  });
}

/** Line comments whose text is code. Code quoted in backticks is an example and may stay. */
function checkDeadCode(file, text) {
  const comments = isCpp(file)
    ? commentsOf(text)
    : [...text.matchAll(/^\s*\/\/.*$/gm)].map((m) => ({ text: m[0].trim(), offset: m.index }));
  return comments
    .filter(({ text: comment }) => comment.startsWith('//'))
    .filter(({ text: comment }) => looksLikeCode.test(comment.replace(/^\/\/+/, '')))
    .map(({ offset }) => ({
      file,
      line: lineAt(text, offset + 1),
      key: 'commented-out code',
      what: 'commented-out code',
      cure: 'delete it: git remembers',
    }));
}

/** Headers that nothing includes, and files without content. */
function checkDeadFiles(house) {
  const sources = house.files.filter(isCpp);
  const included = new Set(
    sources.flatMap((file) =>
      [...house.read(file).matchAll(/^\s*#\s*include\s*"([^"]+)"/gm)].map((match) => match[1]),
    ),
  );
  const isUnused = (file) =>
    /^src\/.*\.h$/.test(file) &&
    !included.has(file.slice('src/'.length)) &&
    !file.endsWith('/precompiled.h');
  const unused = isWired(house) ? sources.filter(isUnused) : [];
  const empty = house.files.filter((file) => isText(file) && house.read(file).trim() === '');
  const problem = (what, cure) => (file) => ({ file, line: 1, key: 'dead file', what, cure });
  return [
    ...unused.map(
      problem('nothing includes this header', 'include it where it is needed, or delete it'),
    ),
    ...empty.map(problem('this file is empty', 'delete it')),
  ];
}

/** Until a program wires the rooms, the topmost headers have no users: nothing is said of them. */
const isWired = (house) => house.files.some((file) => /^apps\/.*\.cpp$/.test(file));

export const leftovers = {
  name: 'leftovers',
  check(house) {
    const problems = house.files.filter(isText).flatMap((file) => {
      const text = house.read(file);
      const found = [...checkMarks(file, text)];
      if (isCpp(file)) found.push(...checkSuppressions(file, text));
      if (isCpp(file) || isScript(file)) found.push(...checkDeadCode(file, text));
      return found;
    });
    return excuse(house, 'leftovers', [...problems, ...checkDeadFiles(house)]);
  },
};
