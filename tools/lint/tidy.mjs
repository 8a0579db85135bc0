// clang-tidy over the .cpp files that differ from main (all with --all). A file that passed is not
// asked again until it, a header of ours that it includes, or .clang-tidy changes.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { includesOf } from './cpp_text.mjs';
import { problemsOf, run } from './tools.mjs';

const tidyFolder = 'build/tidy';

/** Our headers that a file includes, directly or not, the file itself first. */
export function closure(house, file, seen = new Set()) {
  if (seen.has(file) || !house.files.includes(file)) return seen;
  seen.add(file);
  for (const { path, isSystem } of includesOf(house.read(file))) {
    if (!isSystem) closure(house, `src/${path}`, seen);
  }
  return seen;
}

function digest(house, file) {
  const hash = createHash('sha256');
  for (const part of ['.clang-tidy', ...closure(house, file)]) {
    if (house.files.includes(part)) hash.update(part).update('\0').update(house.read(part));
  }
  return hash.digest('hex');
}

/** The build's compile commands without what only g++ understands. */
function writeCommands(house) {
  const source = join(house.root, 'build/compile_commands.json');
  const commands = JSON.parse(readFileSync(source, 'utf8')).map((entry) => ({
    ...entry,
    command: entry.command
      .replace(/-include \S*cmake_pch\.hxx/g, '')
      .replace(/-Winvalid-pch|-Werror(=\S+)?/g, ''),
  }));
  mkdirSync(join(house.root, tidyFolder), { recursive: true });
  writeFileSync(join(house.root, tidyFolder, 'compile_commands.json'), JSON.stringify(commands));
  return new Set(commands.map((entry) => entry.file));
}

const located = /^(?<file>\S[^:]*):(?<line>\d+):\d+: (?:warning|error): (?<what>.*)$/;

/** Runs `work` over `items`, at most `width` at a time. */
async function inParallel(items, width, work) {
  const queue = [...items];
  const lanes = Array.from({ length: width }, async () => {
    while (queue.length > 0) await work(queue.shift());
  });
  await Promise.all(lanes);
}

export const tidy = {
  name: 'tidy',
  async check(house) {
    if (!existsSync(join(house.root, 'build/compile_commands.json'))) return [];
    const compiled = writeCommands(house);
    const passedFile = join(house.root, tidyFolder, 'passed.json');
    const passed = existsSync(passedFile) ? JSON.parse(readFileSync(passedFile, 'utf8')) : {};
    const isTouched = (file) => [...closure(house, file)].some((part) => house.changed.has(part));
    const wanted = house.files.filter(
      (file) => file.endsWith('.cpp') && compiled.has(join(house.root, file)) && isTouched(file),
    );
    const stale = wanted.filter((file) => passed[file] !== digest(house, file));
    const problems = [];
    await inParallel(stale, availableParallelism(), async (file) => {
      const args = ['-p', tidyFolder, '--quiet', file];
      const result = await run(house.root, 'clang-tidy-14', args);
      const found = problemsOf(result.output, located, 'see the check named in brackets');
      if (found.length === 0 && result.code !== 0) {
        const what = result.output.trim().slice(-2000);
        found.push({ file, line: 1, what, cure: `clang-tidy-14 ${args.join(' ')}` });
      }
      for (const problem of found) problem.file = problem.file.replace(`${house.root}/`, '');
      problems.push(...found);
      if (found.length > 0) return;
      passed[file] = digest(house, file);
      writeFileSync(passedFile, JSON.stringify(passed));
    });
    const text = (p) => `${p.file}:${p.line}:${p.what}`;
    const firsts = new Map(problems.map((problem) => [text(problem), problem]));
    return [...firsts.values()].sort((a, b) => (text(a) < text(b) ? -1 : 1));
  },
};
