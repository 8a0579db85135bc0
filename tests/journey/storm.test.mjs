// Webhooks as a bad day brings them: many times, at once, out of order, in huge bodies, forged in
// between, and again hours later. What each one did is read from the journal afterwards.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { House } from './stage/house.mjs';
import { bodyOf, formOf, messages, sign, text, Webhooks } from './stage/webhooks.mjs';

const house = new House();
house.settings = { ANTRE_WHATSAPP_SEND: 'false' };
const webhooks = new Webhooks(house);
before(() => house.start());
after(() => house.stop());

test('64 deliveries of a message at once have one effect and one reply', async () => {
  const day = await webhooks.openDay(7);
  const before = await webhooks.replies();
  const raw = messages(text('wamid.STORM1', '6281250000001', formOf('ANI', day)));
  const answers = await Promise.all(Array.from({ length: 64 }, () => webhooks.post(raw)));
  assert.deepEqual([...new Set(answers.map(({ status }) => status))], [200]);
  assert.equal(await webhooks.replies(), before + 1);
  assert.deepEqual((await webhooks.effects()).of('wamid.STORM1'), ['booked']);
});

test('100 messages, each delivered five times in any order, have one effect each', async () => {
  const day = await webhooks.openDay(14);
  const people = Array.from({ length: 100 }, (_, n) => ({
    id: `wamid.MANY${n}`,
    raw: messages(text(`wamid.MANY${n}`, `62812510${1000 + n}`, formOf(`ORANG ${n}`, day))),
  }));
  const deliveries = people.flatMap(({ raw }) => Array.from({ length: 5 }, () => raw));
  deliveries.sort(() => Math.random() - 0.5);
  const answers = await Promise.all(deliveries.map((raw) => webhooks.post(raw)));
  assert.ok(answers.every(({ status }) => status === 200));
  const { of } = await webhooks.effects();
  for (const { id } of people) assert.deepEqual(of(id), ['booked'], id);
});

test('the same message twice in one body has one effect', async () => {
  const day = await webhooks.openDay(21);
  const twice = text('wamid.TWICE', '6281252000001', formOf('BENI', day));
  assert.equal((await webhooks.post(messages(twice, twice))).status, 200);
  assert.deepEqual((await webhooks.effects()).of('wamid.TWICE'), ['booked']);
});

test('every order of the messages of a talk is answered and books at most once', async () => {
  const day = await webhooks.openDay(28);
  const said = ['halo', formOf('CITRA', day), 'gak jadi'];
  const orders = [
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ];
  for (const [n, order] of orders.entries()) {
    for (const step of order) {
      const message = text(`wamid.ORDER${n}.${step}`, `628125300000${n}`, said[step]);
      assert.equal((await webhooks.post(messages(message))).status, 200);
    }
  }
  const { of } = await webhooks.effects();
  for (const n of orders.keys()) assert.deepEqual(of(`wamid.ORDER${n}.1`), ['booked']);
});

test('statuses of unknown messages, upside down and repeated, change nothing', async () => {
  const status = (state, id) => ({
    id,
    status: state,
    timestamp: '1795500000',
    recipient_id: '6281250000001',
    biz_opaque_callback_data: 'm:1',
  });
  const before = (await webhooks.effects()).count;
  for (const state of ['read', 'sent', 'delivered', 'failed', 'read']) {
    const raw = bodyOf({ statuses: [status(state, 'wamid.NOT-OURS')] });
    assert.equal((await webhooks.post(raw)).status, 200);
  }
  assert.equal((await webhooks.effects()).count, before);
});

test('3 MB of 1,000 messages by 200 people are acknowledged within a second', async () => {
  const day = await webhooks.openDay(35);
  const padding = { referral: { body: 'x'.repeat(2_850) } };
  const batch = Array.from({ length: 1_000 }, (_, n) => {
    const person = n % 200;
    const body = n < 200 ? formOf(`WARGA ${person}`, day) : 'antrean saya';
    return text(`wamid.BIG${n}`, `62812540${1000 + person}`, body, padding);
  });
  const raw = messages(...batch);
  assert.ok(raw.length > 2_900_000 && raw.length < 3_145_728, `${raw.length} bytes`);
  const heard = await house.metric('antre_messages_heard_total');
  const began = performance.now();
  const answer = await webhooks.post(raw);
  const took = performance.now() - began;
  assert.equal(answer.status, 200);
  assert.ok(took < 1_000, `acknowledged after ${Math.round(took)} ms`);
  assert.equal(await house.metric('antre_messages_heard_total'), heard + 1_000);
  const waiting = await webhooks.replies();
  assert.equal((await webhooks.post(raw)).status, 200);
  assert.equal(await webhooks.replies(), waiting, 'a repeat is not answered');
  const { of } = await webhooks.effects();
  for (let n = 0; n < 200; n += 1) assert.deepEqual(of(`wamid.BIG${n}`), ['booked'], `${n}`);
});

test('a forged message within a series is refused alone', async () => {
  const day = await webhooks.openDay(42);
  const forged = 4;
  const statuses = [];
  for (let n = 0; n < 8; n += 1) {
    const raw = messages(text(`wamid.SERIES${n}`, `628125500000${n}`, formOf(`DODI ${n}`, day)));
    const headers = n === forged ? { 'x-hub-signature-256': sign(`${raw} `) } : {};
    statuses.push((await webhooks.post(raw, headers)).status);
  }
  assert.deepEqual(statuses, [200, 200, 200, 200, 401, 200, 200, 200]);
  const { of } = await webhooks.effects();
  for (let n = 0; n < 8; n += 1) {
    assert.deepEqual(of(`wamid.SERIES${n}`), n === forged ? [] : ['booked']);
  }
});

test('a number that no office has is acknowledged and nobody else is asked', async () => {
  const before = await house.metric('antre_unknown_number_total');
  const waiting = await webhooks.replies();
  const raw = bodyOf({ messages: [text('wamid.WHERE', '6281256400001', 'halo')] }, '999');
  assert.equal((await webhooks.post(raw)).status, 200);
  assert.equal(await house.metric('antre_unknown_number_total'), before + 1);
  assert.equal(await webhooks.replies(), waiting);
});

test('a captured request, replayed after a restart, says 200 and does nothing', async () => {
  const day = await webhooks.openDay(56);
  const raw = messages(text('wamid.REPLAY', '6281256800001', formOf('JOKO', day)));
  assert.equal((await webhooks.post(raw)).status, 200);
  const before = await webhooks.effects(); // restarts the server
  const waiting = await webhooks.replies();
  for (let n = 0; n < 10; n += 1) assert.equal((await webhooks.post(raw)).status, 200);
  assert.equal(await webhooks.replies(), waiting);
  const now = await webhooks.effects();
  assert.deepEqual(now.of('wamid.REPLAY'), ['booked']);
  assert.equal(now.count, before.count);
});
