// The shell functions behind ./dev setup, called one by one in a folder of their own.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

const scripts = join(import.meta.dirname, '../dev');

/** Runs `command` with the functions of ./dev in a folder that holds `files`. */
function call(files, command, env = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'setup-test-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(folder, path, '..'), { recursive: true });
      writeFileSync(join(folder, path), text);
      if (text.startsWith('#!')) chmodSync(join(folder, path), 0o755);
    }
    const sources = ['say', 'node', 'setup'].map((name) => `source ${scripts}/${name}.sh`);
    const script = `set -euo pipefail\n${sources.join('\n')}\n${command}`;
    return execFileSync('bash', ['-c', script], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, ...env },
    }).trim();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const packages = (text) => ({ 'tools/packages.txt': text });

test('package that the machine does not have is missing', () => {
  const list = packages('# a list\nbash  # here everywhere\nno-such-package  # nowhere\n\n');
  assert.equal(call(list, 'packages_missing'), 'no-such-package');
});

test('nothing is missing when all packages are there', () => {
  assert.equal(call(packages('bash  # here\ncoreutils\n'), 'packages_missing'), '');
});

const nodeThatSays = (version) => ({ 'bin/node': `#!/bin/sh\necho v${version}\n` });
const isEnough = 'is_new_enough ./bin/node && echo yes || echo no';

for (const [version, answer] of [
  ['18.20.4', 'no'],
  ['20.18.9', 'no'],
  ['20.19.0', 'yes'],
  ['22.1.0', 'yes'],
]) {
  test(`Node ${version} is new enough: ${answer}`, () => {
    assert.equal(call(nodeThatSays(version), isEnough), answer);
  });
}

test('npm packages are installed when the lock file changes, and only then', () => {
  const npm = { 'bin/npm': '#!/bin/sh\necho installed; mkdir -p node_modules\n' };
  const files = { ...npm, ...nodeThatSays('22.1.0'), 'web/package-lock.json': '{}' };
  const command = [
    'export PATH="$PWD/bin:$PATH"',
    'setup_npm_folder web; setup_npm_folder web; echo "{ }" >web/package-lock.json',
    'setup_npm_folder web 2>/dev/null',
  ].join('\n');
  assert.equal(call(files, command), 'installed\ninstalled');
});

test('folders with a lock file are found, those inside of node_modules are not', () => {
  const files = {
    'web/package-lock.json': '{}',
    'web/node_modules/x/package-lock.json': '{}',
    'tests/journey/package-lock.json': '{}',
    'tools/node/package-lock.json': '{}',
    'bench/node_server/package-lock.json': '{}',
  };
  assert.equal(call(files, 'npm_folders | sort'), 'tests/journey\nweb');
});
