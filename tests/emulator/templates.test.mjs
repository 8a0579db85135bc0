// An independent client makes, lists and sends templates; what the platform does to them is told by
// signed webhooks.

import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';

import { WhatsAppClient } from '@kapso/whatsapp-cloud-api';
import { verifySignature } from '@kapso/whatsapp-cloud-api/server';

import {
  access_token,
  account,
  amina,
  app_secret,
  Emulator,
  office,
  Receiver,
} from './stage/emulator.mjs';

const emulator = new Emulator();
const receiver = new Receiver();
let client;

before(async () => {
  await receiver.start();
  await emulator.start(receiver.url);
  client = new WhatsAppClient({
    accessToken: access_token,
    baseUrl: emulator.url,
    graphVersion: 'v26.0',
  });
  await emulator.addPhone();
});
after(async () => {
  receiver.stop();
  assert.equal(await emulator.stop(), 0);
});
beforeEach(() => {
  receiver.requests.length = 0;
});

const create = (name, text = 'Paspor Anda siap diambil.') =>
  client.templates.create({
    businessAccountId: account,
    name,
    language: 'id',
    category: 'UTILITY',
    components: [{ type: 'BODY', text }],
  });
const send = (name) =>
  client.messages.sendTemplate({
    phoneNumberId: office,
    to: `+${amina}`,
    template: { name, language: { code: 'id' } },
  });
const update = (field, event) =>
  receiver.next(({ raw }) => {
    const { changes } = JSON.parse(raw).entry[0];
    return changes.some(
      (change) => change.field === field && (event === undefined || change.value.event === event),
    );
  });
const valueOf = ({ raw }) => JSON.parse(raw).entry[0].changes[0].value;

test('a client creates a template, hears of its approval, finds and sends it', async () => {
  const made = await create('siap');
  assert.equal(made.status, 'PENDING');
  const webhook = await update('message_template_status_update', 'APPROVED');
  const signatureHeader = webhook.headers['x-hub-signature-256'];
  assert.ok(verifySignature({ appSecret: app_secret, rawBody: webhook.raw, signatureHeader }));
  assert.equal(valueOf(webhook).message_template_name, 'siap');
  const listed = await client.templates.list({ businessAccountId: account, name: 'siap' });
  assert.equal(listed.data[0].status, 'APPROVED');
  const sent = await send('siap');
  assert.match(sent.messages[0].id, /^wamid\./);
});

test('a name is taken once for a language, and pages follow each other', async () => {
  await assert.rejects(create('siap'), (error) => {
    assert.equal(error.code, 100);
    return true;
  });
  await create('kedua');
  const first = await client.templates.list({ businessAccountId: account, limit: 1 });
  assert.equal(first.data.length, 1);
  const { after: cursor } = first.paging.cursors;
  const next = await client.templates.list({ businessAccountId: account, limit: 1, after: cursor });
  assert.notEqual(next.data[0].name, first.data[0].name);
});

test('what the platform does to a template is told, and shuts it for sending', async () => {
  const { id } = await create('nasib');
  await update('message_template_status_update', 'APPROVED');
  const set = (change) => emulator.control('POST', `/templates/${id}`, change);
  await set({ quality: 'RED' });
  const quality = valueOf(await update('message_template_quality_update'));
  assert.equal(quality.new_quality_score, 'RED');
  await set({ category: 'MARKETING' });
  const category = valueOf(await update('template_category_update'));
  assert.equal(category.previous_category, 'UTILITY');
  assert.equal(category.new_category, 'MARKETING');
  const rows = [
    ['PAUSED', 132015],
    ['REJECTED', 132001],
    ['DISABLED', 132016],
  ];
  for (const [status, code] of rows) {
    receiver.requests.length = 0;
    await set({ status });
    assert.equal(valueOf(await update('message_template_status_update')).event, status);
    await assert.rejects(send('nasib'), (error) => error.code === code, status);
  }
  await assert.rejects(send('unheard_of'), (error) => error.code === 132001);
});

test('an edit is reviewed again, and too many are refused', async () => {
  const { id } = await create('ubah');
  await update('message_template_status_update', 'APPROVED');
  const edit = (text) =>
    emulator.graph('POST', id, { components: [{ type: 'BODY', text }] }).then((r) => r.json());
  receiver.requests.length = 0;
  assert.deepEqual(await edit('Paspor Anda sudah siap.'), { success: true });
  await update('message_template_status_update', 'APPROVED');
  const again = await edit('Paspor Anda sudah lama siap.');
  assert.match(again.error.error_data.details, /once in 24 hours/);
});
