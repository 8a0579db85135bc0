// An office closes a day at the command line while the server runs, and when it rests: the people
// of the day are moved and told.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { House, textOf, until } from './stage/house.mjs';

const house = new House();
before(() => house.start());
after(() => house.stop());

async function openDay(ahead) {
  const from = new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
  const { body } = await house.api(
    'GET',
    `/offices/jakarta-selatan/availability?service=new&from=${from}&days=14`,
  );
  return body.days.find(({ free }) => free > 0).date;
}

// At night in Jakarta notices of a day far ahead wait for seven in the morning.
const isNight = () => {
  const hour = (new Date().getUTCHours() + 7) % 24;
  return hour < 7 || hour >= 20;
};

/** The notice that follows what was heard `before`; at night only that it waits. */
async function noticeAfter(phone, before) {
  if (!isNight()) return until(async () => (await phone.heard())[before]);
  await until(async () => (await house.metric('antre_messages_waiting')) > 0);
  assert.equal((await phone.heard()).length, before);
  return undefined;
}

const legacy = (day) => day.split('-').reverse().join('');
const close = (day, ...more) =>
  JSON.parse(house.run('admin', 'close-day', 'jakarta-selatan', day, '--json', ...more));

test('the help says in which language each reason is told', () => {
  const help = house.run('admin', 'close-day', '--help');
  assert.match(help, /--reason TEXT[^]*Indonesian[^]*--reason-en TEXT[^]*English/);
});

test('closing through the running server moves a person and tells them the new time', async () => {
  const day = await openDay(10);
  const siti = await house.phone('Siti');
  await siti.ask(`#SITI RAHAYU#14051990#${legacy(day)}`);
  const preview = close(day, '--preview');
  assert.equal(preview.stage, 'proposed');
  assert.equal(preview.moves.length, 1);
  const before = (await siti.heard()).length;
  const done = close(day, '--confirm', '--reason', 'banjir');
  assert.equal(done.stage, 'done');
  assert.deepEqual(done.moves, preview.moves);
  const notice = await noticeAfter(siti, before);
  if (notice !== undefined) {
    assert.match(textOf(notice), /karena banjir/);
    assert.ok(textOf(notice).includes(done.moves[0].to.numbers[0]));
    const ticket = await siti.tap(notice, 'Setuju');
    assert.match(textOf(ticket), /Kode: \*[0-9A-Z]{6}\*/);
  }
  const again = close(day, '--confirm', '--reason', 'banjir');
  assert.equal(again.stage, 'done_before');
  assert.deepEqual(again.moves, done.moves);
  assert.equal((await siti.heard()).length, before + (notice === undefined ? 0 : 2));
});

test('the door is open to the server’s own user only, and gone when the server ends', async () => {
  const socket = join(house.state, 'antre.db.admin');
  assert.equal(statSync(socket).mode & 0o777, 0o600);
  await house.kill('SIGTERM');
  assert.equal(existsSync(socket), false);
  await house.serve();
});

test('without a server the act works on the store, and the server then tells', async () => {
  const day = await openDay(17);
  const budi = await house.phone('Budi');
  await budi.ask(`#BUDI SANTOSO#25011987#${legacy(day)}`);
  const before = (await budi.heard()).length;
  await house.kill();
  assert.equal(close(day, '--confirm').stage, 'done');
  await house.serve();
  const notice = await noticeAfter(budi, before);
  if (notice !== undefined) assert.match(textOf(notice), /kami pindahkan ke/);
  const opened = JSON.parse(house.run('admin', 'open-day', 'jakarta-selatan', day, '--json'));
  assert.deepEqual(opened, { office: 'jakarta-selatan', day, stage: 'open' });
});

test('an act that cannot be says why in one line and exits 1, misuse exits 2', () => {
  const run = (...args) =>
    spawnSync(join(import.meta.dirname, '../../build/bin/antre'), ['admin', ...args], {
      env: house.env,
      encoding: 'utf8',
    });
  const rows = [
    [['close-day', 'jakarta-selatan', '2020-01-01', '--preview'], 1, /the day has gone by/],
    [['close-day', 'jakarta-selatan', 'besok', '--preview'], 1, /2026-12-24/],
    [['close-day', 'atlantis', '2026-12-24', '--preview'], 1, /no office is called so/],
    [['open-day', 'jakarta-selatan', '2027-12-24'], 1, /was not closed/],
    [['close-day', 'jakarta-selatan', '2026-12-24'], 2, /./],
    [['close-day', 'jakarta-selatan', '2026-12-24', '--preview', '--confirm'], 2, /./],
  ];
  for (const [args, status, line] of rows) {
    const ended = run(...args);
    assert.equal(ended.status, status, args.join(' '));
    assert.match(ended.stderr + ended.stdout, line);
  }
});
