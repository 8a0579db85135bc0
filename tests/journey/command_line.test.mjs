// How the programs answer at the command line: help, misuse, and a port that is taken.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';

const bin = join(import.meta.dirname, '../../build/bin');
const run = (program, ...args) =>
  spawnSync(join(bin, program), args, { encoding: 'utf8', timeout: 20_000 });

test('help is told and ends with 0, misuse is told and ends with 2', () => {
  const rows = [
    [['--help'], 0, /antre migrate; antre admin load data\/demo; antre serve/],
    [['admin', '--help'], 0, /close-day/],
    [['admin', 'case', 'move', '--help'], 0, /case TEXT REQUIRED/],
    [[], 2, /subcommand/],
    [['bogus'], 2, /bogus/],
    [['bogus', '--help'], 2, /bogus/],
    [['admin', 'bogus', '--help'], 2, /bogus/],
    [['serve', '--bogus'], 2, /--bogus/],
  ];
  for (const [args, status, line] of rows) {
    const ended = run('antre', ...args);
    assert.equal(ended.status, status, args.join(' '));
    assert.match(status === 0 ? ended.stdout : ended.stderr, line, args.join(' '));
  }
});

test('a port that is taken is told in one line without a library in it', async () => {
  const taken = createServer();
  await new Promise((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const listen = `127.0.0.1:${taken.address().port}`;
  const ended = run('antre-whatsapp-emulator', '--listen', listen);
  taken.close();
  assert.equal(ended.status, 1);
  assert.equal(
    ended.stderr,
    `antre-whatsapp-emulator: cannot listen on ${listen}: address already in use\n`,
  );
});
