// Rules that other programs hold: clang-format, shellcheck, and the web's own lint and type check.

import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isCpp } from './house.mjs';

const outputBytesMax = 64 << 20;

/** Runs a program: {code, output}, output being stdout and stderr. */
export function run(cwd, program, args) {
  return new Promise((resolve) => {
    execFile(program, args, { cwd, maxBuffer: outputBytesMax }, (error, stdout, stderr) => {
      const code = error === null ? 0 : (error.code ?? 1);
      resolve({ code, output: `${stdout}${stderr}` });
    });
  });
}

/** Lines `file:line:column: message` of a tool's output as problems; others are dropped. */
export function problemsOf(output, pattern, cure) {
  return output.split('\n').flatMap((text) => {
    const found = pattern.exec(text);
    if (found === null) return [];
    const { file, line, what } = found.groups;
    return [{ file, line: Number(line), what, cure }];
  });
}

const located = /^(?<file>[^\s:][^:]*):(?<line>\d+):\d+: (?:\w+: )?(?<what>.*)$/;

/** A tool that failed without a word that we understand still fails. */
function orWhole(problems, result, file, cure) {
  if (problems.length > 0 || result.code === 0) return problems;
  return [{ file, line: 1, what: result.output.trim().slice(-4000), cure }];
}

export const format = {
  name: 'format',
  async check(house) {
    const files = house.files.filter(isCpp);
    if (files.length === 0) return [];
    const args = ['--dry-run', '--Werror', ...files];
    const result = await run(house.root, 'clang-format-14', args);
    const problems = problemsOf(result.output, located, './dev format');
    const firsts = problems.filter((p, i) => problems.findIndex((q) => q.file === p.file) === i);
    return orWhole(firsts, result, '.clang-format', './dev format');
  },
};

export const shell = {
  name: 'shell',
  async check(house) {
    const files = house.files.filter(
      (file) => file.endsWith('.sh') || /^#!.*\b(ba)?sh\b/.test(house.read(file).slice(0, 40)),
    );
    if (files.length === 0) return [];
    const result = await run(house.root, 'shellcheck', ['-x', '-f', 'gcc', ...files]);
    const cure = "see the SC number in shellcheck's wiki";
    return orWhole(problemsOf(result.output, located, cure), result, 'dev', cure);
  },
};

export const web = {
  name: 'web',
  async check(house) {
    const folder = join(house.root, 'web');
    if (!existsSync(join(folder, 'package.json'))) return [];
    const scripts = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).scripts ?? {};
    const problems = [];
    for (const script of ['lint', 'check'].filter((name) => scripts[name] !== undefined)) {
      const result = await run(folder, 'npm', ['run', '--silent', script]);
      const cure = `mend it; \`npm run ${script}\` in web/ shows it again`;
      problems.push(...orWhole([], result, 'web/package.json', cure));
    }
    return problems;
  },
};
