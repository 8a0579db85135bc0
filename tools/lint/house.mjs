// The house is what the rules look at: the tracked and new files of a checkout (or, in the rules'
// own tests, files given by hand), their text, and the exceptions that the house has agreed to.

import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {object} Problem
 * @property {string} file path from the root
 * @property {number} line counted from 1
 * @property {string} what
 * @property {string} cure
 *
 * @typedef {object} House
 * @property {string} root
 * @property {string[]} files paths from the root, sorted
 * @property {(file: string) => string} read
 * @property {Set<string>} changed files that differ from main, or all files with --all
 */

const git = (root, ...args) =>
  execFileSync('git', ['-c', `safe.directory=${root}`, '-C', root, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 64 << 20,
  })
    .split('\0')
    .filter((line) => line !== '');

const isOutside = (name) =>
  /^(\.git|node_modules|build|var|dist|\.ccache|test-results)$/.test(name);

/** A copy of the tree without git (an archive) is walked instead. */
function walk(root, folder = '') {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return isOutside(entry.name) ? [] : walk(root, path);
    return entry.isFile() ? [path] : [];
  });
}

function list(root) {
  try {
    return git(root, 'ls-files', '-z', '--cached', '--others', '--exclude-standard');
  } catch {
    return walk(root);
  }
}

/** What differs from the commit where this branch left main; undefined if that cannot be told. */
function changedSinceMain(root) {
  for (const main of ['main', 'origin/main']) {
    try {
      const [base] = git(root, 'merge-base', 'HEAD', main).map((line) => line.trim());
      return new Set([
        ...git(root, 'diff', '-z', '--name-only', base),
        ...git(root, 'ls-files', '-z', '--others', '--exclude-standard'),
      ]);
    } catch {
      continue;
    }
  }
  return undefined;
}

/** @returns {House} */
export function openHouse(root, { all = false } = {}) {
  const isFile = (file) => existsSync(join(root, file)) && statSync(join(root, file)).isFile();
  const files = [...new Set(list(root))].filter(isFile).sort();
  const texts = new Map();
  const read = (file) => {
    if (!texts.has(file)) texts.set(file, readFileSync(join(root, file), 'utf8'));
    return texts.get(file);
  };
  const changed = (all ? undefined : changedSinceMain(root)) ?? new Set(files);
  return { root, files, read, changed };
}

/** A house made of given texts, for the rules' own tests. @returns {House} */
export function houseOf(texts) {
  const files = Object.keys(texts).sort();
  return { root: '/nowhere', files, read: (file) => texts[file], changed: new Set(files) };
}

export const isCpp = (file) => /\.(h|cpp)$/.test(file);

/** Tests, and the headers that only tests share: *_test.h, test_*.h, testing/. */
export const isTest = (file) =>
  /_test\.(cpp|h)$|\/test_\w+\.(cpp|h)$|\/testing\//.test(file) || file.startsWith('tests/');

/** The room of a file under src/, else undefined. */
export const roomOf = (file) => /^src\/([a-z_]+)\//.exec(file)?.[1];

export const lineAt = (text, offset) => text.slice(0, offset).split('\n').length;

const exceptionsFile = 'tools/exceptions.txt';

/**
 * Lines `rule | file | what | reason` of tools/exceptions.txt for one rule. Gives a filter for the
 * rule's problems; `key` says what a problem is about. An exception without a reason, or one that
 * excuses nothing, is a problem of its own.
 */
export function excuse(house, rule, problems) {
  if (!house.files.includes(exceptionsFile)) return problems;
  const rows = house
    .read(exceptionsFile)
    .split('\n')
    .map((text, i) => ({ line: i + 1, parts: text.split('|').map((part) => part.trim()) }))
    .filter(({ parts }) => parts[0] === rule);
  const used = new Set();
  const left = problems.filter((problem) => {
    const row = rows.find(
      ({ parts }) => parts[1] === problem.file && parts[2] === problem.key && parts[3],
    );
    if (row !== undefined) used.add(row);
    return row === undefined;
  });
  const idle = rows.filter((row) => !used.has(row));
  return [
    ...left,
    ...idle.map(({ line }) => ({
      file: exceptionsFile,
      line,
      what: 'this exception excuses nothing, or gives no reason',
      cure: 'remove the line, or write it as: rule | file | what | reason',
    })),
  ];
}
