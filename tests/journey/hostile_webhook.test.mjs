// Webhooks that are not what they should be: wrongly signed, too large, packed, cut, unreadable.
// None has an effect that it must not have, and none stops what comes after it.

import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { House, secret, sleep } from './stage/house.mjs';
import { formOf, messages, sign, text, Webhooks } from './stage/webhooks.mjs';

const house = new House();
house.settings = { ANTRE_WHATSAPP_SEND: 'false' };
const webhooks = new Webhooks(house);
before(() => house.start());
after(() => house.stop());

test('no form of a wrong signature is let in', async () => {
  const raw = messages(
    text('wamid.FORGED', '6281256000001', formOf('EKA', await webhooks.openDay(42))),
  );
  const good = sign(raw);
  const hex = good.slice('sha256='.length);
  const sha1 = createHmac('sha1', secret).update(raw).digest('hex');
  const other = createHmac('sha256', 'another secret').update(raw).digest('hex');
  const wrong = [
    '',
    'sha256=',
    'sha256',
    hex,
    `sha1=${sha1}`,
    `sha256=${sha1}`,
    `sha256=${other}`,
    `sha256=${hex.slice(0, 63)}`,
    `sha256=${hex}0`,
    `sha256=${hex.slice(0, 63)}g`,
    `sha256= ${hex}`,
    `SHA256=${hex}`,
    `sha512=${hex}`,
    `sha256=${'0'.repeat(64)}`,
    `sha256=0x${hex.slice(2)}`,
    `${good}, ${good}`,
    `${good};`,
    `"${good}"`,
    `sha256=${Buffer.from(hex, 'hex').toString('base64')}`,
  ];
  const parsed = await house.metric('antre_messages_heard_total');
  for (const signature of wrong) {
    const answer = await webhooks.post(raw, { 'x-hub-signature-256': signature });
    assert.equal(answer.status, 401, signature);
    assert.equal(await answer.text(), '');
  }
  const twice = await webhooks.bare([
    `POST /webhooks/whatsapp HTTP/1.1\r\nHost: x\r\nConnection: close\r\n`,
    `X-Hub-Signature-256: ${good}\r\nX-Hub-Signature-256: ${good}\r\n`,
    `Content-Length: ${Buffer.byteLength(raw)}\r\n\r\n${raw}`,
  ]);
  assert.match(twice, /^HTTP\/1.1 401 /);
  assert.equal(await house.metric('antre_messages_heard_total'), parsed, 'no body was read');
});

test('the signature is over the bytes as they came, not over what they mean', async () => {
  const day = await webhooks.openDay(42);
  const plain = messages(text('wamid.BYTES', '6281256100001', `halo 😀 ${day}`));
  const escaped = plain.replace('😀', '\\ud83d\\ude00');
  assert.deepEqual(JSON.parse(escaped), JSON.parse(plain));
  const signature = { 'x-hub-signature-256': sign(plain) };
  assert.equal((await webhooks.post(escaped, signature)).status, 401);
  assert.equal((await webhooks.post(escaped)).status, 200);
  assert.equal((await webhooks.post(plain, signature)).status, 200);
});

test('a body above the limit is refused before it is read', async () => {
  const answer = await webhooks.bare([
    'POST /webhooks/whatsapp HTTP/1.1\r\nHost: x\r\n',
    `X-Hub-Signature-256: ${sign('')}\r\nContent-Length: 4194305\r\n\r\n`,
  ]);
  assert.match(answer, /^HTTP\/1.1 413 /);
  const whole = await webhooks.post(`"${'x'.repeat(4_194_304)}"`).catch(() => undefined);
  if (whole !== undefined) assert.equal(whole.status, 413);
});

test('a packed body is not unpacked', async () => {
  const raw = gzipSync(messages(text('wamid.GZIP', '6281256200001', 'halo')));
  const heard = await house.metric('antre_messages_heard_total');
  assert.equal((await webhooks.post(raw, { 'content-encoding': 'gzip' })).status, 415);
  assert.equal(await house.metric('antre_messages_heard_total'), heard);
});

test('a body in single bytes is taken, one that ends early has no effect', async () => {
  const day = await webhooks.openDay(49);
  const raw = messages(text('wamid.BITS', '6281256300001', formOf('FAJAR', day)));
  const head = (signature) =>
    'POST /webhooks/whatsapp HTTP/1.1\r\nHost: x\r\nConnection: close\r\n' +
    `X-Hub-Signature-256: ${signature}\r\nContent-Length: ${Buffer.byteLength(raw)}\r\n\r\n`;
  assert.match(await webhooks.bare([...`${head(sign(raw))}${raw}`]), /^HTTP\/1.1 200 /);

  const cut = raw.replace('wamid.BITS', 'wamid.CUT1');
  const { hostname, port } = new URL(house.server);
  const socket = connect(Number(port), hostname);
  socket.write(head(sign(cut)) + cut.slice(0, -1));
  await sleep(200);
  socket.destroy();
  const { of } = await webhooks.effects();
  assert.deepEqual(of('wamid.BITS'), ['booked']);
  assert.deepEqual(of('wamid.CUT1'), []);
});

test('odd times in a message change nothing of what it asks', async () => {
  const day = await webhooks.openDay(49);
  const times = ['0', '-1', '1795500000000', '99999999999999999999', 'soon', 1795500000, null, {}];
  for (const [n, timestamp] of times.entries()) {
    const more = { timestamp };
    const message = text(`wamid.TIME${n}`, `628125650000${n}`, formOf(`GITA ${n}`, day), more);
    assert.equal((await webhooks.post(messages(message))).status, 200, String(timestamp));
  }
  const { of } = await webhooks.effects();
  for (const n of times.keys()) assert.deepEqual(of(`wamid.TIME${n}`), ['booked'], `${times[n]}`);
});

test('hostile JSON, well signed, is acknowledged and does not stop the next message', async () => {
  const good = messages(text('wamid.HOSTILE', '6281256600001', 'halo'));
  const bodies = [
    '['.repeat(100_000),
    `{"entry":${'['.repeat(100)}${']'.repeat(100)}}`,
    `{${Array.from({ length: 200_000 }, (_, n) => `"k${n}":1`).join(',')}}`,
    '{"entry":[],"entry":[]}',
    '{"entry":[1e400]}',
    `\ufeff${good}`,
    good.replace('halo', 'ha\\u0000lo'),
    good.replace('halo', 'ha\u0000lo'),
    Buffer.from(good.replace('halo', 'ha\xfflo'), 'latin1'),
    Buffer.from(good.replace('halo', '\xc0\xaf'), 'latin1'),
    '',
    'null',
    '{}',
    '{"entry":null}',
    '{"entry":[null,1,"x",[],{}]}',
    good.slice(0, -1),
    `${good}x`,
  ];
  for (const [n, raw] of bodies.entries()) {
    assert.equal((await webhooks.post(raw)).status, 200, `body ${n}`);
  }
  const before = await webhooks.replies();
  assert.equal((await webhooks.post(good.replace('wamid.HOSTILE', 'wamid.AFTER'))).status, 200);
  assert.equal(await webhooks.replies(), before + 1);
});

test('a lone surrogate costs the message that has it and no other', async () => {
  const day = await webhooks.openDay(56);
  const raw = messages(
    text('wamid.LONE1', '6281256700001', formOf('HADI', day)),
    text('wamid.LONE2', '6281256700002', 'LONE'),
    text('wamid.LONE3', '6281256700003', formOf('INDAH', day)),
  ).replace('LONE"}', '\\ud83d"}');
  assert.equal((await webhooks.post(raw)).status, 200);
  const { of } = await webhooks.effects();
  assert.deepEqual(of('wamid.LONE1'), ['booked']);
  assert.deepEqual(of('wamid.LONE3'), ['booked']);
});

test('shaking hands takes the right token and a challenge', async () => {
  const ask = (query) => fetch(`${house.server}/webhooks/whatsapp?${new URLSearchParams(query)}`);
  const right = { 'hub.mode': 'subscribe', 'hub.verify_token': 'journey verify' };
  const told = await ask({ ...right, 'hub.challenge': '1158201444' });
  assert.equal(told.status, 200);
  assert.match(told.headers.get('content-type'), /^text\/plain/);
  assert.equal(await told.text(), '1158201444');
  for (const query of [
    { ...right, 'hub.verify_token': 'journey verif', 'hub.challenge': '1' },
    { ...right, 'hub.verify_token': '', 'hub.challenge': '1' },
    { ...right, 'hub.mode': 'unsubscribe', 'hub.challenge': '1' },
    right,
    { ...right, 'hub.challenge': '1'.repeat(10_000) },
  ]) {
    const answer = await ask(query);
    assert.ok(answer.status === 403 || answer.status === 414, JSON.stringify(query).slice(0, 200));
    assert.equal((await answer.text()).includes('1'.repeat(1_000)), false);
  }
});
