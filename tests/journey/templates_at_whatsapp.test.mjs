// `antre whatsapp templates` against the emulated platform: handed in, approved, changed, paused;
// and what a running server does when it meets a template that is paused.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { House, sleep, until } from './stage/house.mjs';

const account = '201000000000001';
const office = 'jakarta-selatan';
const count = 22;

class TemplateHouse extends House {
  phonesFlags = ['--review-delay-ms', '500'];

  templates(verb, ...more) {
    const ended = this.attempt('whatsapp', 'templates', verb, '--json', ...more);
    return { code: ended.status, stderr: ended.stderr, ...JSON.parse(ended.stdout || '{}') };
  }
  async graph(method, path, body) {
    const answer = await fetch(`${this.phones}/v26.0/${path}`, {
      method,
      headers: { authorization: 'Bearer journey-token', 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
    });
    return answer.json();
  }
  async registered(name, language) {
    const { templates } = await this.control('templates');
    return templates.find(
      (one) => one.waba_id === account && one.name === name && one.language === language,
    );
  }
  async set(name, language, change) {
    const { id } = await this.registered(name, language);
    return this.control(`templates/${id}`, change);
  }
}

const house = new TemplateHouse();
before(() => house.start());
after(() => house.stop());

const check = (...more) => house.templates('check', '--office', office, ...more);
const submit = (...more) => house.templates('submit', '--office', office, ...more);
const states = ({ accounts }) => {
  const tally = {};
  for (const { state } of accounts[0].templates) tally[state] = (tally[state] ?? 0) + 1;
  return tally;
};
const allGood = () => until(async () => check().code === 0);
const stateOf = ({ accounts }, name, language) =>
  accounts[0].templates.find((one) => one.name === name && one.language === language);

test('the definitions are proved without network, and every command explains itself', () => {
  const offline = house.attempt('whatsapp', 'templates', 'check', '--offline');
  assert.equal(offline.status, 0, offline.stderr);
  assert.match(offline.stdout, new RegExp(`${count} definitions keep WhatsApp's rules`));
  for (const verb of ['check', 'submit']) {
    const help = house.attempt('whatsapp', 'templates', verb, '--help');
    assert.equal(help.status, 0);
    assert.match(help.stdout, /templates submit +hands in/);
  }
  assert.equal(house.attempt('whatsapp', 'templates', 'approve').status, 2);
});

test('what is missing is told for each account, with exit code 1', () => {
  const found = house.templates('check');
  assert.equal(found.code, 1);
  assert.match(found.stderr, /not every template is approved and the same/);
  assert.equal(found.accounts.length, 3);
  assert.ok(found.accounts[0].offices.includes(office));
  assert.deepEqual(states(found), { missing: count });
  const nobody = house.attempt('whatsapp', 'templates', 'check', '--office', 'nowhere');
  assert.equal(nobody.status, 1);
  assert.match(nobody.stderr, /there is no office nowhere/);
});

test('they are handed in once, wait for their review, and are good then', async () => {
  await house.graph('POST', `${account}/message_templates`, {
    name: 'somebody_else',
    language: 'id',
    category: 'MARKETING',
    components: [{ type: 'BODY', text: 'Halo.' }],
  });
  const handed = house.attempt('whatsapp', 'templates', 'submit', '--office', office);
  assert.equal(handed.status, 0, handed.stderr);
  assert.match(handed.stdout, /pengingat_h1 id: created, PENDING/);
  assert.match(handed.stdout, /22 wait for WhatsApp/);
  await allGood();
  const again = submit();
  assert.equal(again.code, 0);
  assert.equal(again.accounts[0].handed_in, 0);
  assert.deepEqual(states(again), { good: count });
  assert.equal(again.accounts[0].foreign, 1);
  const text = house.attempt('whatsapp', 'templates', 'check', '--account', account).stdout;
  assert.match(text, /pengingat_h1 +id +APPROVED +good/);
  assert.match(text, /1 of somebody else, left alone/);
});

test('what differs is edited, as often as WhatsApp lets an approved one be', async () => {
  const { id } = await house.registered('paspor_selesai', 'id');
  await house.graph('POST', id, { components: [{ type: 'BODY', text: 'Paspor Anda selesai.' }] });
  const reviewed = check();
  const waiting = stateOf(reviewed, 'paspor_selesai', 'id');
  assert.equal(waiting.state, 'differs');
  assert.equal(reviewed.code, 1);
  await until(async () => (await house.registered('paspor_selesai', 'id')).status === 'APPROVED');
  const refused = submit();
  assert.equal(refused.code, 1);
  assert.match(stateOf(refused, 'paspor_selesai', 'id').refusal, /1 time in 24 hours and 10 times/);
  await house.set('paspor_selesai', 'id', { status: 'REJECTED', reason: 'INVALID_FORMAT' });
  const edited = submit();
  assert.equal(edited.code, 0, JSON.stringify(edited.accounts));
  assert.equal(edited.accounts[0].handed_in, 1);
  await allGood();
  const whole = await house.registered('paspor_selesai', 'id');
  assert.match(whole.components[0].text, /sudah selesai dan bisa diambil/);
});

test('what WhatsApp decides is named, with what a person can do', async () => {
  const rows = [
    [{ status: 'REJECTED', reason: 'PROMOTIONAL' }, 'rejected', /PROMOTIONAL; change the sentence/],
    [{ status: 'PAUSED' }, 'paused', /reopens it after some hours/],
    [{ status: 'APPROVED', category: 'MARKETING' }, 'recategorised', /ask for a review/],
    [{ category: 'UTILITY', status: 'DISABLED' }, 'disabled', /appeal/],
  ];
  for (const [change, state, detail] of rows) {
    await house.set('daftar_tunggu', 'en', change);
    const found = check();
    assert.equal(found.code, 1, state);
    assert.deepEqual(states(found), { good: count - 1, [state]: 1 });
    assert.match(stateOf(found, 'daftar_tunggu', 'en').detail, detail);
    assert.equal(submit().accounts[0].handed_in, 0, `nothing to hand in when ${state}`);
  }
  await house.set('daftar_tunggu', 'en', { status: 'APPROVED' });
  assert.equal(check().code, 0);
});

test('a wrong token is told in WhatsApp’s words', () => {
  const env = { ...house.env, ANTRE_WHATSAPP_ACCESS_TOKEN: 'another' };
  const wrong = new TemplateHouse();
  wrong.env = env;
  const found = wrong.templates('check', '--account', account);
  assert.equal(found.code, 1);
  assert.match(found.accounts[0].fault, /did not list its templates: .*token/i);
});

test('a paused template shuts, its message stays owed, and news of approval opens it', async () => {
  const siti = await house.phone('Siti');
  await siti.ask('mau bicara dengan petugas');
  await siti.ask('Apakah bayi harus ikut datang ke kantor?');
  const [{ id }] = JSON.parse(house.run('admin', 'inbox', 'list', office, '--json'));
  // A day later for the platform, so that only the template may go, and that one is paused.
  await house.control('clock', { advance_ms: 25 * 3_600_000 });
  await house.set('jawaban_petugas', 'id', { status: 'PAUSED' });
  await until(async () => (await house.metric('antre_templates_shut')) === 1);
  await house.set('jawaban_petugas', 'id', { status: 'APPROVED' });
  await until(async () => (await house.metric('antre_templates_shut')) === 0);
  // No news of the next pause arrives: the refusal tells.
  await fetch(`${house.phones}/_emulator/chaos`, {
    method: 'PATCH',
    body: JSON.stringify({ webhook_down: true }),
  });
  await house.set('jawaban_petugas', 'id', { status: 'PAUSED' });
  const before = (await siti.heard()).length;
  house.run('admin', 'inbox', 'answer', office, String(id), 'Ya, harus ikut.');
  await until(async () => (await house.metric('antre_templates_shut')) === 1);
  await sleep(300);
  assert.equal((await siti.heard()).length, before, 'nothing went');
  assert.ok((await house.metric('antre_messages_waiting')) >= 1, 'it is owed');
  assert.equal(await house.metric('antre_template_holds_total'), 0);
  assert.equal(check().code, 1);
  // The platform reaches us again: what is owed goes at once.
  await fetch(`${house.phones}/_emulator/chaos`, {
    method: 'PATCH',
    body: JSON.stringify({ webhook_down: false }),
  });
  await house.set('jawaban_petugas', 'id', { status: 'APPROVED' });
  const [answer] = await until(async () => {
    const heard = (await siti.heard()).slice(before);
    return heard.length > 0 && heard;
  });
  assert.match(JSON.stringify(answer), /Ya, harus ikut\./);
});
