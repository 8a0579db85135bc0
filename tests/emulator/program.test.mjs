// The program itself: arguments, clock, event stream, broken connections, retries.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';

import { amina, bodyIs, Emulator, office, Receiver } from './stage/emulator.mjs';

async function started(context, ...more) {
  const receiver = new Receiver();
  const emulator = new Emulator();
  await receiver.start();
  await emulator.start(receiver.url, ...more);
  context.after(async () => {
    receiver.stop();
    await emulator.stop();
  });
  await emulator.addPhone();
  return { receiver, emulator };
}

const text = (body) => ({
  messaging_product: 'whatsapp',
  to: `+${amina}`,
  type: 'text',
  text: { body },
});

test('a manual clock stands still until it is moved', async (context) => {
  const { receiver, emulator } = await started(context, '--now', '2026-11-24T02:00:00Z');
  await emulator.says('halo');
  const sent = await (await emulator.graph('POST', `${office}/messages`, text('hi'))).json();
  await new Promise((wake) => setTimeout(wake, 300));
  assert.equal((await emulator.chat()).at(-1).status, null);
  const clock = await emulator.control('POST', '/clock', { advance_ms: 1000 });
  assert.deepEqual(clock, { now: '2026-11-24T02:00:01.000Z', mode: 'manual', speed: 1 });
  assert.equal((await emulator.chat()).at(-1).status, 'delivered');
  assert.equal((await emulator.chat()).at(-1).id, sent.messages[0].id);
  const statuses = receiver.requests
    .flatMap(({ raw }) => JSON.parse(raw).entry[0].changes[0].value.statuses ?? [])
    .map(({ status }) => status);
  assert.deepEqual(statuses, ['sent', 'delivered']);
  await emulator.control('POST', '/clock', { to: '2026-11-25T02:00:01Z' });
  const late = await emulator.graph('POST', `${office}/messages`, text('late'));
  assert.equal((await late.json()).error.code, 131047);
  await assert.rejects(emulator.control('POST', '/clock', { to: '2026-11-24T02:00:00Z' }));
});

test('seven days of retries pass in seconds', async (context) => {
  const { receiver, emulator } = await started(context, '--now', '2026-11-24T02:00:00Z');
  receiver.answer = async () => new Response('no', { status: 500 });
  await emulator.says('halo');
  await emulator.control('POST', '/clock', { advance_ms: 8 * 86_400_000, settle_ms: 0 });
  const { deliveries } = await emulator.control('GET', '/deliveries?limit=5');
  assert.equal(deliveries[0].state, 'dropped');
  assert.equal(deliveries[0].attempts.length, receiver.requests.length);
  receiver.answer = async () => new Response('ok');
  await emulator.control('POST', `/deliveries/${deliveries[0].id}/replay`, {});
  await receiver.next((request) => request.status === 200 && bodyIs('halo')(request));
});

test('events stream with growing ids and come again for who missed them', async (context) => {
  const { emulator } = await started(context);
  const read = async (headers, wanted) => {
    const stop = new AbortController();
    const response = await fetch(`${emulator.url}/_emulator/events`, {
      headers,
      signal: stop.signal,
    });
    let seen = '';
    const reading = (async () => {
      for await (const chunk of response.body) {
        seen += Buffer.from(chunk);
        if (wanted.test(seen)) return;
      }
    })();
    return { text: () => seen, done: reading.finally(() => stop.abort()) };
  };
  const first = await read({}, /event: delivery[\s\S]*"delivered"[\s\S]*\n\n/);
  await emulator.says('halo');
  await first.done;
  assert.match(first.text(), /event: message\nid: \d+\ndata: \{"wa_id":"6281100000001"/);
  const ids = [...first.text().matchAll(/^id: (\d+)$/gm)].map((match) => Number(match[1]));
  assert.deepEqual(ids, [...ids].sort((a, b) => a - b));
  const again = await read({ 'Last-Event-ID': String(ids[0]) }, new RegExp(`id: ${ids.at(-1)}\n`));
  await again.done;
});

test('a broken connection and a silent acceptance look like that on the wire', async (context) => {
  const { emulator } = await started(context);
  await emulator.says('halo');
  await emulator.control('PUT', '/chaos', { connection_reset_percent: 100 });
  await assert.rejects(emulator.graph('POST', `${office}/messages`, text('x')), /fetch failed/);
  await emulator.control('PUT', '/chaos', { timeout_after_accept_percent: 100 });
  const silent = fetch(`${emulator.url}/v26.0/${office}/messages`, {
    method: 'POST',
    headers: { Authorization: 'Bearer conformance-token', 'Content-Type': 'application/json' },
    body: JSON.stringify(text('silent')),
    signal: AbortSignal.timeout(500),
  });
  await assert.rejects(silent, /timeout/);
  assert.equal((await emulator.chat()).at(-1).body.body, 'silent');
});

test('a status overtakes the answer to its own send', async (context) => {
  const { emulator, receiver } = await started(context);
  await emulator.says('halo');
  await emulator.control('PUT', '/chaos', { status_before_reply: true });
  let is_status_here = false;
  receiver.answer = async ({ raw }) => {
    is_status_here ||= String(raw).includes('"status":"sent"');
    return new Response('ok');
  };
  await emulator.graph('POST', `${office}/messages`, text('x'));
  assert.ok(is_status_here);
});

test('numbers come from a file, also as the offices of antre admin', async (context) => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'antre-')), 'numbers.json');
  writeFileSync(
    file,
    JSON.stringify([
      { id: 1, phone_number_id: '301000000000001', name: 'Kantor A', phone: '+62 21 5550 001' },
      { phone_number_id: '301000000000002', waba_id: '2', verified_name: 'Kantor B' },
    ]),
  );
  const { emulator } = await started(context, '--numbers', file);
  const { numbers } = await emulator.control('GET', '/state');
  assert.deepEqual(
    numbers.map((number) => [number.verified_name, number.display_phone_number, number.waba_id]),
    [
      ['Kantor A', '62215550001', '201000000000001'],
      ['Kantor B', numbers[1].display_phone_number, '2'],
    ],
  );
});

test('bad arguments end with one line and the right code', () => {
  const run = (...args) =>
    spawnSync(process.env.ANTRE_EMULATOR ?? 'build/bin/antre-whatsapp-emulator', args, {
      cwd: path.resolve(import.meta.dirname, '../..'),
      encoding: 'utf8',
    });
  assert.equal(run('--help').status, 0);
  assert.match(run('--help').stdout, /curl -X POST/);
  assert.equal(run('--frobnicate').status, 2);
  for (const args of [
    ['--callback', 'http://127.0.0.1:1/'],
    ['--numbers', '/nowhere.json'],
    ['--now', 'yesterday'],
    ['--listen', 'nonsense'],
    ['--web', '/nowhere'],
  ]) {
    const { status, stderr } = run(...args);
    assert.equal(status, 1, args.join(' '));
    assert.match(stderr, /^antre-whatsapp-emulator: [^\n]+\n$/, args.join(' '));
  }
});
