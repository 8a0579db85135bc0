// Somebody writes to an officer by WhatsApp; an officer answers at the command line.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { House, textOf, until } from './stage/house.mjs';

const house = new House();
before(() => house.start());
after(() => house.stop());

test('a question reaches an officer and the answer the phone', async () => {
  const siti = await house.phone('Siti');
  await siti.ask('mau bicara dengan petugas');
  const kept = await siti.ask('Apakah bayi harus ikut datang ke kantor?');
  assert.match(textOf(kept), /sudah kami teruskan ke petugas/);
  const list = () => JSON.parse(house.run('admin', 'inbox', 'list', 'jakarta-selatan', '--json'));
  const [inquiry, ...others] = list();
  assert.equal(inquiry.text, 'Apakah bayi harus ikut datang ke kantor?');
  assert.deepEqual(others, []);
  const before = (await siti.heard()).length;
  const answer = ['inbox', 'answer', 'jakarta-selatan', String(inquiry.id), 'Ya, harus ikut.'];
  const sent = JSON.parse(house.run('admin', ...answer, '--json'));
  assert.deepEqual(sent, { id: inquiry.id, stage: 'answered' });
  const told = await until(async () => (await siti.heard())[before]);
  assert.match(textOf(told), /Ya, harus ikut\./);
  assert.match(textOf(await siti.ask('1')), /senang bisa membantu/);
  assert.deepEqual(list(), []);
  assert.throws(() => house.run('admin', ...answer), /was answered before/);
});
