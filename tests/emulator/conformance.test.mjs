// Independent clients of the Cloud API drive the real emulator: they send, and their own signature
// checks judge its webhooks.

import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';

import { createWhatsAppAdapter } from '@chat-adapter/whatsapp';
import { WhatsAppClient } from '@kapso/whatsapp-cloud-api';
import { normalizeWebhook, verifySignature } from '@kapso/whatsapp-cloud-api/server';
import { WhatsAppAPI } from 'whatsapp-api-js';
import {
  ActionButtons,
  ActionList,
  Body,
  Button,
  Interactive,
  ListSection,
  Row,
  Text,
} from 'whatsapp-api-js/messages';

import {
  access_token,
  account,
  amina,
  app_secret,
  bodyIs,
  Emulator,
  hard_text,
  messagesIn,
  office,
  Receiver,
  verify_token,
} from './stage/emulator.mjs';

const emulator = new Emulator();
const receiver = new Receiver();

before(async () => {
  await receiver.start();
  await emulator.start(receiver.url);
});
after(async () => {
  receiver.stop();
  assert.equal(await emulator.stop(), 0);
});
beforeEach(async () => {
  receiver.requests.length = 0;
  receiver.answer = async () => new Response('ok');
  await emulator.control('POST', '/reset', {});
  await emulator.control('PUT', '/chaos', {});
  await emulator.addPhone();
});

const tampered = (raw) => Buffer.from(String(raw).replace('rendez', 'rendes'));

test('kapso sends text, buttons, a list and read marks with typing', async () => {
  const client = new WhatsAppClient({
    accessToken: access_token,
    baseUrl: emulator.url,
    graphVersion: 'v26.0',
  });
  const inbound = await emulator.says('halo');
  const to = `+${amina}`;
  const text = await client.messages.sendText({ phoneNumberId: office, to, body: hard_text });
  assert.match(text.messages[0].id, /^wamid\./);
  await client.messages.sendInteractiveButtons({
    phoneNumberId: office,
    to,
    bodyText: 'Datang?',
    buttons: [
      { id: 'yes', title: 'Ya' },
      { id: 'no', title: 'Tidak' },
    ],
  });
  await client.messages.sendInteractiveList({
    phoneNumberId: office,
    to,
    bodyText: 'Pilih jam',
    buttonText: 'Lihat jam',
    sections: [{ title: 'Pagi', rows: [{ id: '0930', title: '09:30' }] }],
  });
  await client.messages.markRead({
    phoneNumberId: office,
    messageId: inbound,
    typingIndicator: { type: 'text' },
  });
  const chat = await emulator.chat();
  assert.deepEqual(
    chat.map((message) => message.type),
    ['text', 'text', 'interactive', 'interactive'],
  );
  assert.equal(chat[0].status, 'read');
  assert.equal(chat[1].body.body, hard_text);
});

test('kapso understands the refusals', async () => {
  const client = new WhatsAppClient({
    accessToken: access_token,
    baseUrl: emulator.url,
    graphVersion: 'v26.0',
  });
  const send = () =>
    client.messages.sendText({ phoneNumberId: office, to: `+${amina}`, body: 'x' });
  await assert.rejects(send, (error) => error.code === 131047);
  await emulator.says('halo');
  await emulator.control('PATCH', '/chaos', { throttle: { 131056: 100 } });
  await assert.rejects(send, (error) => error.code === 131056 && error.category === 'throttling');
});

test('kapso accepts the signature, sees a whole batch, and refuses a changed body', async () => {
  await emulator.control('PATCH', '/chaos', { batch_max: 10, delay_ms_max: 0, webhook_down: true });
  for (const text of [hard_text, 'dua', 'tiga', 'empat']) await emulator.says(text);
  await emulator.control('PATCH', '/chaos', { webhook_down: false });
  const webhook = await receiver.next(bodyIs(hard_text));
  const signatureHeader = webhook.headers['x-hub-signature-256'];
  assert.ok(verifySignature({ appSecret: app_secret, rawBody: webhook.raw, signatureHeader }));
  assert.ok(
    !verifySignature({ appSecret: app_secret, rawBody: tampered(webhook.raw), signatureHeader }),
  );
  const seen = normalizeWebhook(JSON.parse(webhook.raw));
  assert.equal(seen.messages.length, messagesIn(webhook).length);
  assert.match(String(webhook.raw), /\\u00e9.*\\ud83d\\ude00.*http:\\\/\\\/x/);
});

function adapterWithChat() {
  const heard = [];
  const kept = new Map();
  const adapter = createWhatsAppAdapter({
    apiUrl: emulator.url,
    apiVersion: 'v26.0',
    accessToken: access_token,
    appSecret: app_secret,
    verifyToken: verify_token,
    phoneNumberId: office,
    userName: 'antre',
  });
  const state = {
    get: async (key) => kept.get(key) ?? null,
    set: async (key, value) => kept.set(key, value),
    setIfNotExists: async (key, value) => !kept.has(key) && Boolean(kept.set(key, value)),
    delete: async (key) => kept.delete(key),
  };
  const chat = {
    getState: () => state,
    processMessage: (_adapter, thread, message) => heard.push({ thread, message }),
    processAction: (action) => heard.push({ action }),
    processReaction: () => {},
  };
  return { adapter, chat, heard };
}

test('chat-adapter passes the handshake, hears, answers, and refuses strangers', async () => {
  const { adapter, chat, heard } = adapterWithChat();
  // Of its own, since what other tests sent may arrive again here.
  const text = `${hard_text} chat-adapter`;
  await adapter.initialize(chat);
  receiver.answer = (_seen, request) => adapter.handleWebhook(request);

  assert.deepEqual(await emulator.control('POST', '/handshake', {}), { success: true });
  await emulator.control('PATCH', '/chaos', { bad_signature_percent: 100 });
  await emulator.says(text);
  const isAccepted = (request) => request.status === 200 && bodyIs(text)(request);
  const accepted = await receiver.next(isAccepted);
  const refused = await receiver.next((request) => request.status === 401 && bodyIs(text)(request));
  assert.deepEqual(accepted.raw, refused.raw);
  const own = heard.filter(({ message }) => message?.text === text);
  assert.equal(own.length, 1);

  await emulator.control('PUT', '/chaos', {});
  await adapter.postMessage(own[0].thread, 'Baik, terima kasih');
  const messages = await emulator.chat();
  assert.equal(messages.at(-1).body.body, 'Baik, terima kasih');
});

test('a handshake with the wrong token fails with the reason', async () => {
  const { adapter } = adapterWithChat();
  receiver.answer = (_seen, request) => adapter.handleWebhook(request);
  const answer = await emulator.graph('POST', `${account}/subscribed_apps`, {
    override_callback_uri: `${receiver.url}/other`,
    verify_token: 'wrong',
  });
  assert.equal(answer.status, 400);
  const { error } = await answer.json();
  assert.equal(error.code, 2200);
  assert.match(error.message, /403/);
});

function strictClient() {
  return new WhatsAppAPI({
    token: access_token,
    appSecret: app_secret,
    webhookVerifyToken: verify_token,
    v: 'v26.0',
    ponyfill: {
      fetch: (url, options) =>
        fetch(String(url).replace('https://graph.facebook.com', emulator.url), options),
      subtle: globalThis.crypto.subtle,
    },
  });
}

test('whatsapp-api-js, strict on escapes, accepts the bytes and handles the message', async () => {
  const client = strictClient();
  const texts = [];
  client.on.message = ({ message }) => {
    texts.push(message.text.body);
  };
  receiver.answer = async ({ raw, headers, method }) => {
    if (method === 'GET') return new Response('ok');
    const signature = headers['x-hub-signature-256'];
    try {
      await client.post(JSON.parse(raw), String(raw), signature);
      return new Response('ok');
    } catch (error) {
      return new Response(String(error), { status: error.httpStatus ?? 500 });
    }
  };
  await emulator.control('PATCH', '/chaos', { bad_signature_percent: 100 });
  await emulator.says(hard_text);
  await receiver.next((request) => request.status === 200 && bodyIs(hard_text)(request));
  await receiver.next((request) => request.status === 401);
  assert.deepEqual(texts, [hard_text]);
});

test('whatsapp-api-js sends text, buttons, a list and read marks', async () => {
  const client = strictClient();
  const inbound = await emulator.says('halo');
  const ids = [];
  for (const message of [
    new Text(hard_text),
    new Interactive(
      new ActionButtons(new Button('yes', 'Ya'), new Button('no', 'Tidak')),
      new Body('Datang?'),
    ),
    new Interactive(
      new ActionList('Lihat', new ListSection('Pagi', new Row('0930', '09:30', 'Loket 3'))),
      new Body('Pilih jam'),
    ),
  ]) {
    const answer = await client.sendMessage(office, amina, message);
    assert.ok(answer.messages, JSON.stringify(answer));
    ids.push(answer.messages[0].id);
  }
  assert.deepEqual(await client.markAsRead(office, inbound), { success: true });
  const chat = await emulator.chat();
  assert.deepEqual(
    chat.slice(1).map((message) => message.id),
    ids,
  );
});

test('whatsapp-api-js uploads, finds, fetches and deletes media', async () => {
  const client = strictClient();
  const form = new FormData();
  form.append('messaging_product', 'whatsapp');
  form.append('file', new File(['%PDF-1.4 é'], 'tiket.pdf', { type: 'application/pdf' }));
  const { id } = await client.uploadMedia(office, form, false);
  const described = await client.retrieveMedia(id, office);
  assert.equal(described.mime_type, 'application/pdf');
  const bytes = await fetch(described.url, {
    headers: { Authorization: `Bearer ${access_token}` },
  });
  assert.equal(await bytes.text(), '%PDF-1.4 é');
  assert.deepEqual(await client.deleteMedia(id), { success: true });
});
