// `antre talk --as-test` prints a talk as the dialogues of src/conversation are written, so that it
// can be laid among them.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '../..');
const dialogues = join(root, 'src/conversation/dialogues');

/** What a line of a dialogue is: a remark, the clock, an event, said or answered. */
function kindOf(line) {
  if (/^# \S/.test(line)) return 'remark';
  if (/^now \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(line)) return 'now';
  if (/^P: \S/.test(line)) return 'said';
  if (/^B: \S/.test(line)) return 'answered';
  if (/^ {3}/.test(line)) return 'answered on';
  return /^[a-z]+( |$)/.test(line) ? 'event' : 'unknown';
}

const kindsOf = (text) => text.trimEnd().split('\n').map(kindOf);

test('a talk is printed in the form of the dialogues', () => {
  const people = 'Siti Rahayu, 14-05-1990 ⏎ Budi Santoso, 25-1-1987';
  const said = ['halo', '[Ambil jadwal ini]', people];
  const { stdout, status } = spawnSync(join(root, 'build/bin/antre'), ['talk', '--as-test'], {
    cwd: root,
    input: `${said.join('\n')}\n`,
    encoding: 'utf8',
  });
  assert.equal(status, 0);
  const kinds = kindsOf(stdout);
  assert.deepEqual(kinds.slice(0, 5), ['remark', 'remark', 'now', 'said', 'answered']);
  assert.ok(!kinds.includes('unknown') && !kinds.includes('event'), stdout);
  const lines = stdout.split('\n');
  assert.deepEqual(
    lines.filter((line) => line.startsWith('P: ')).map((line) => line.slice(3)),
    said,
  );
  assert.match(stdout, /Pemohon 2: \*Budi Santoso\*, 25 Januari 1987/);
});

test('the dialogues themselves have that form', () => {
  for (const name of readdirSync(dialogues)) {
    const kinds = kindsOf(readFileSync(join(dialogues, name), 'utf8'));
    assert.deepEqual(kinds.slice(0, 2), ['remark', 'remark'], name);
    assert.ok(!kinds.includes('unknown'), name);
  }
});
