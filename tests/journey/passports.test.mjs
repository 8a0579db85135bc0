// A passport from the visit to collection, at the command line against the running server.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { House } from './stage/house.mjs';

const house = new House();
before(() => house.start());
after(() => house.stop());

const admin = (...args) =>
  spawnSync(join(import.meta.dirname, '../../build/bin/antre'), ['admin', ...args], {
    env: house.env,
    encoding: 'utf8',
  });

async function book(name) {
  const { body } = await house.api('POST', '/offices/jakarta-selatan/bookings', {
    service: 'new',
    phone: '081234567890',
    people: [{ name, birth_date: '1990-05-14' }],
  });
  return body.code;
}

test('a case is not opened before its day has come, and unknown ones are refused', async () => {
  const code = await book('Siti Rahayu');
  const early = admin('case', 'open', 'jakarta-selatan', code);
  // A place of today is possible when the office is still open.
  if (early.status !== 0) assert.match(early.stderr, /has not come yet/);
  const rows = [
    [['case', 'show', 'jakarta-selatan', '00000A'], /no such booking/],
    [['case', 'pay', 'jakarta-selatan', '00000A-2'], /no such case/],
    [['case', 'move', 'jakarta-selatan', '00000A', 'gone'], /the states are/],
    [['case', 'open', 'jakarta-selatan', 'x'], /7F3K9Q/],
  ];
  for (const [args, line] of rows) {
    const ended = admin(...args);
    assert.equal(ended.status, 1, args.join(' '));
    assert.match(ended.stderr, line);
    assert.equal(ended.stderr.trim().split('\n').length, 1);
  }
});

test('a list names every bad row with its line and changes nothing in a preview', () => {
  const file = join(house.state, 'ready.csv');
  writeFileSync(file, 'Code;Name\r\n00000A-1;Siti\r\nnonsense;Budi\r\n00000A-1\r\n');
  const preview = admin('case', 'import', 'jakarta-selatan', file, '--preview');
  assert.equal(preview.status, 0, preview.stderr);
  assert.deepEqual(preview.stdout.split('\n').slice(0, 4), [
    'line 2: 00000A-1: no such case in this office',
    'line 3: not a code like 7F3K9Q-2',
    'line 4: 1 columns instead of 2',
    '0 would become ready, 3 rows cannot be used',
  ]);
  writeFileSync(file, 'name\nSiti\n');
  const headless = admin('case', 'import', 'jakarta-selatan', file, '--preview');
  assert.equal(headless.status, 1);
  assert.match(headless.stderr, /no column "code"/);
});
