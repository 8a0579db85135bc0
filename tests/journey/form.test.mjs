// The form inside WhatsApp: the real server against the real emulator, sealed both ways.

import assert from 'node:assert/strict';
import { constants, createCipheriv, createHmac, publicEncrypt, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { House, jakarta, secret, sleep, textOf, until } from './stage/house.mjs';

const account = '201000000000001';
const office = 'jakarta-selatan';

class HouseWithForm extends House {
  prepare() {
    this.keyFile = join(this.state, 'form.pem');
    this.publicKey = this.run('whatsapp', 'flows', 'keygen', '--out', this.keyFile);
    this.env[`ANTRE_WHATSAPP_FLOWS.${office}.PRIVATE_KEY_FILE`] = this.keyFile;
    this.env.ANTRE_WEB_PUBLIC_URL = this.server;
  }
  /** Says something to the endpoint as WhatsApp would; the answer stays sealed. */
  sealed(said) {
    const key = randomBytes(16);
    const vector = randomBytes(16);
    const cipher = createCipheriv('aes-128-gcm', key, vector);
    const data = [cipher.update(JSON.stringify(said)), cipher.final(), cipher.getAuthTag()];
    const padding = constants.RSA_PKCS1_OAEP_PADDING;
    const wrapping = { key: this.publicKey, padding, oaepHash: 'sha256' };
    const body = JSON.stringify({
      encrypted_flow_data: Buffer.concat(data).toString('base64'),
      encrypted_aes_key: publicEncrypt(wrapping, key).toString('base64'),
      initial_vector: vector.toString('base64'),
    });
    const signature = createHmac('sha256', secret).update(body).digest('hex');
    return fetch(`${this.server}/whatsapp/flows/${office}`, {
      method: 'POST',
      headers: { 'x-hub-signature-256': `sha256=${signature}` },
      body,
    });
  }
  submit() {
    const where = ['--office', office, '--number', jakarta, '--account', account];
    return this.run('whatsapp', 'flows', 'submit', ...where);
  }
}

const house = new HouseWithForm();
before(async () => {
  await house.start();
  house.told = house.submit();
});
after(() => house.stop());

/** One open form on one phone. */
class Form {
  constructor(phone, message) {
    this.phone = phone;
    this.message = message;
  }
  async send(action, screen, data) {
    const said = { message: this.message.id, action, screen, data };
    this.answer = await house.control(`phones/${this.phone.waId}/form`, said);
    if (this.answer.data?.so_far) this.soFar = this.answer.data.so_far;
    return this.answer;
  }
  open() {
    return this.send('INIT');
  }
  step(step, fields = {}) {
    const data = { step, so_far: this.soFar, ...fields };
    return this.send('data_exchange', this.answer.screen, data);
  }
  /** All steps up to the summary, on the day `ahead` days from the first one offered. */
  async toSummary(name, ahead = 5) {
    await this.open();
    await this.step('party', { service: 'new', count: '1' });
    const { data } = await this.step('people', { name_1: name, born_1: '1990-05-14' });
    const day = data.days[ahead].id;
    const { data: hours } = await this.step('day', { day });
    return this.step('time', { day, hour: hours.hours[0].id });
  }
}

async function formFor(name) {
  const phone = await house.phone(name);
  const message = await phone.ask('daftar');
  assert.equal(message.body.type, 'flow', JSON.stringify(message.body));
  return new Form(phone, message);
}

/** The same pass, good until an hour ago, signed as the server would have signed it. */
function expired(token) {
  const said = Buffer.from(token.slice('f1.'.length), 'base64url').subarray(0, 25);
  const until = said.readUInt32BE(20);
  said.writeUInt32BE(Math.floor(Date.now() / 60_000) - 60, 20);
  assert.ok(until > said.readUInt32BE(20));
  const mac = createHmac('sha256', secret).update('antre flow pass 1:').update(said).digest();
  return `f1.${Buffer.concat([said, mac.subarray(0, 20)]).toString('base64url')}`;
}

const ticketsOf = async (phone) =>
  (await phone.heard()).filter((message) => /Nomor: /.test(textOf(message)));

test('the form is published in both languages and the endpoint answered the ping', async () => {
  assert.match(house.told, /flow_id = "\d+"\nflow_id_en = "\d+"/);
  const { flows } = await house.control('flows');
  assert.deepEqual(
    flows.map(({ name, status }) => `${name} ${status}`).sort(),
    ['en', 'id'].map((language) => `antre_booking_${office}_${language} PUBLISHED`),
  );
  assert.deepEqual(flows[0].validation_errors, []);
  const ping = await until(async () => {
    const { deliveries } = await house.control('deliveries');
    return deliveries.find(({ summary, state }) => /ping/.test(summary) && state === 'delivered');
  });
  assert.equal(ping.attempts[0].status, 200);
  const where = ['--office', office, '--number', jakarta];
  assert.match(house.run('whatsapp', 'flows', 'check', ...where), /public key is ours/);
});

test('submitted again nothing is made twice; another wording gets a successor', async () => {
  assert.equal(house.submit(), house.told);
  const { flows } = await house.control('flows');
  assert.equal(flows.length, 2);
  const english = flows.find(({ name }) => name.endsWith('_en'));
  const definition = await house.control(`flows/${english.id}/flow.json`);
  definition.screens[0].title = 'Another title';
  await house.control(`flows/${english.id}`, { status: 'DRAFT' });
  const form = new FormData();
  form.append('name', 'flow.json');
  form.append('asset_type', 'FLOW_JSON');
  form.append('file', new Blob([JSON.stringify(definition)]), 'flow.json');
  const headers = { authorization: 'Bearer journey-token' };
  const asset = `${house.phones}/v26.0/${english.id}/assets`;
  assert.equal((await fetch(asset, { method: 'POST', headers, body: form })).status, 200);
  await house.control(`flows/${english.id}`, { status: 'PUBLISHED' });
  const again = house.submit();
  const { flows: three } = await house.control('flows');
  const successor = three.find(({ name }) => name.endsWith('_en_2'));
  assert.equal(successor.status, 'PUBLISHED');
  assert.match(again, new RegExp(`flow_id_en = "${successor.id}"`));
  assert.equal(house.submit(), again);
  assert.equal((await house.control('flows')).flows.length, 3);
});

test('a form goes from service to ticket, and there is one ticket', async () => {
  const form = await formFor('Siti');
  const summary = await form.toSummary('Siti Rahayu');
  assert.equal(summary.screen, 'SUMMARY', JSON.stringify(summary));
  assert.match(summary.data.number, /^Nomor [A-Z]-\d{3}$/);
  const end = await form.step('agreement');
  assert.equal(end.screen, 'SUCCESS');
  assert.equal(end.closed, true);
  const [ticket] = await until(async () => {
    const tickets = await ticketsOf(form.phone);
    return tickets.length > 0 && tickets;
  });
  const number = summary.data.number.replace('Nomor ', '');
  assert.match(textOf(ticket), new RegExp(number));
  assert.match(textOf(ticket), new RegExp(end.data.extension_message_response.params.code));
  await sleep(500);
  assert.equal((await ticketsOf(form.phone)).length, 1);
  const { messages } = await form.phone.chat();
  assert.ok(messages.some(({ body }) => body.nfm_reply), 'the phone says that it was sent');
});

test('a form that is sent twice books once and says the same', async () => {
  const form = await formFor('Budi');
  await form.toSummary('Budi Santoso');
  const both = await Promise.all([form.step('agreement'), form.step('agreement')]);
  const [first, second] = both.map(({ data }) => data.extension_message_response.params.code);
  assert.equal(first, second);
  const again = await form.open();
  assert.equal(again.status, 427);
  assert.match(again.error_msg, /sudah dipakai: nomor/);
  await sleep(500);
  assert.equal((await ticketsOf(form.phone)).length, 1);
});

test('an error is told on the screen and nothing is lost', async () => {
  const form = await formFor('Ani');
  await form.open();
  await form.step('party', { service: 'new', count: '1' });
  const wrong = await form.step('people', { name_1: '3171234567890001', born_1: '1990-05-14' });
  assert.equal(wrong.screen, 'PEOPLE');
  assert.match(wrong.data.error_message, /huruf/);
  const right = await form.step('people', { name_1: 'Ani', born_1: '1990-05-14' });
  assert.equal(right.screen, 'TIME');
});

test('a token that we did not write opens nothing', async () => {
  const form = await formFor('Dewi');
  const token = form.message.body.action.parameters.flow_token;
  const other = token[9] === 'A' ? 'B' : 'A';
  const changed = token.slice(0, 9) + other + token.slice(10);
  for (const forged of ['unused', token.slice(0, -1), changed]) {
    const answer = await house.sealed({ version: '3.0', action: 'INIT', flow_token: forged });
    assert.equal(answer.status, 427, forged);
  }
  const old = await house.sealed({ version: '3.0', action: 'INIT', flow_token: expired(token) });
  assert.equal(old.status, 427, 'written by us, but for yesterday');
  const good = await house.sealed({ version: '3.0', action: 'INIT', flow_token: token });
  assert.equal(good.status, 200);
});

test('a forged signature is refused with 432, another key with 421', async () => {
  const vectors = JSON.parse(
    readFileSync(
      join(import.meta.dirname, '../../src/channels/whatsapp/testdata/flow_endpoint.json'),
      'utf8',
    ),
  );
  const body = vectors.vectors[0].request_body;
  const post = (signature) =>
    fetch(`${house.server}/whatsapp/flows/${office}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-hub-signature-256': signature },
      body,
    });
  const good = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
  assert.equal((await post(vectors.vectors[0].signature)).status, 432);
  assert.equal((await post('')).status, 432);
  assert.equal((await post(good)).status, 421);
  assert.equal((await fetch(`${house.server}/whatsapp/flows/${office}`)).status, 405);
  assert.equal((await fetch(`${house.server}/whatsapp/flows/nowhere`)).status, 404);
});

test('a hold that is gone is answered by the next certain place, and it says so', async () => {
  const form = await formFor('Eko');
  const summary = await form.toSummary('Eko Putra', 8);
  // Another form of the same person takes its place: the first one's hold is given up.
  const { message } = form;
  const second = new Form(form.phone, await form.phone.ask('daftar'));
  await second.toSummary('Eko Putra', 9);
  form.message = message;
  const end = await form.step('agreement');
  assert.equal(end.screen, 'SUCCESS', JSON.stringify(end));
  const [ticket] = await until(async () => {
    const tickets = await ticketsOf(form.phone);
    return tickets.length > 0 && tickets;
  });
  assert.match(textOf(ticket), /masa tahannya/);
  assert.match(textOf(ticket), new RegExp(summary.data.when.split(',')[1].trim()));
});

test('a form that WhatsApp has shut is offered as the list it replaces', async () => {
  const { flows } = await house.control('flows');
  const flow = flows.find(({ name }) => name.endsWith('_id'));
  const late = await formFor('Fitri');
  await house.control(`flows/${flow.id}`, { status: 'BLOCKED' });
  const phone = await house.phone('Gita');
  const list = await phone.ask('daftar');
  assert.equal(list.body.type, 'list', 'the message refused with 132068 went as a list');
  const next = await house.phone('Hadi');
  const plain = await until(async () => {
    const message = await next.ask('daftar');
    return !/tombol di bawah/.test(textOf(message)) && message;
  });
  assert.equal(plain.body.type, 'list');
  // Who has it open may still finish.
  assert.equal((await late.toSummary('Fitri Handayani', 10)).screen, 'SUMMARY');
});
