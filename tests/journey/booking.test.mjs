// A person, an office, a place: the real server against the real emulator.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { House, jakarta, sleep, textOf } from './stage/house.mjs';

const house = new House();
before(() => house.start());
after(() => house.stop());

/** An open day some weeks ahead, as people of 2017 wrote it. */
async function openDay(ahead) {
  const from = new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
  const { body } = await house.api(
    'GET',
    `/offices/jakarta-selatan/availability?service=new&from=${from}&days=14`,
  );
  const day = body.days.find(({ free }) => free > 0).date;
  return { iso: day, legacy: day.split('-').reverse().join('') };
}

const messageOf = (wamid, from, text) => ({
  object: 'whatsapp_business_account',
  entry: [
    {
      id: '201000000000001',
      changes: [
        {
          field: 'messages',
          value: {
            messaging_product: 'whatsapp',
            metadata: { display_phone_number: '6282200000001', phone_number_id: jakarta },
            contacts: [{ profile: { name: 'Uji' }, wa_id: from, user_id: `ID.${from}` }],
            messages: [
              { from, id: wamid, timestamp: '1795500000', type: 'text', text: { body: text } },
            ],
          },
        },
      ],
    },
  ],
});

test('the form of 2017 is answered by one ticket message', async () => {
  const siti = await house.phone('Siti');
  const day = await openDay(7);
  const ticket = await siti.ask(`#SITI RAHAYU#14051990#${day.legacy}`);
  assert.match(textOf(ticket), /Nomor: \*[A-Z]-\d{3}\*/);
  assert.equal(ticket.body.header.type, 'image');
  await sleep(500);
  const { messages } = await siti.chat();
  assert.deepEqual(
    messages.map(({ direction }) => direction),
    ['in', 'out'],
  );
});

test('halo to ticket takes three messages each way', async () => {
  const budi = await house.phone('Budi');
  const greeting = await budi.ask('halo');
  const asked = await budi.tap(greeting, 'Ambil jadwal ini');
  assert.match(textOf(asked), /tanggal lahir/);
  const ticket = await budi.ask('Budi Santoso, 25-01-1987');
  assert.match(textOf(ticket), /Kode: \*[0-9A-Z]{6}\*/);
  assert.equal((await budi.chat()).messages.length, 6);
});

test('a place is moved in two messages and cancelled in two', async () => {
  const dewi = await house.phone('Dewi');
  const day = await openDay(14);
  const later = await openDay(21);
  await dewi.ask(`#DEWI LESTARI#03071978#${day.legacy}`);
  const offer = await dewi.ask(`pindah ke ${later.iso.split('-').reverse().join('-')}`);
  const moved = await dewi.tap(offer, 'Pindahkan');
  assert.match(textOf(moved), /Jadwal sudah pindah/);
  const sure = await dewi.ask('gak jadi');
  const gone = await dewi.tap(sure, 'Ya, batalkan');
  assert.match(textOf(gone), /sudah dibatalkan/);
  assert.equal((await dewi.chat()).messages.length, 10);
});

test('a code of somebody else is answered like an unknown one', async () => {
  const eko = await house.phone('Eko');
  const fitri = await house.phone('Fitri');
  const day = await openDay(28);
  const ticket = textOf(await eko.ask(`#EKO PUTRA#12031995#${day.legacy}`));
  const [, code] = ticket.match(/Kode: \*(\w{6})\*/);
  const foreign = textOf(await fitri.ask(`#BATAL#${code}`));
  const unknown = textOf(await fitri.ask('#BATAL#7F3K9Q'));
  assert.equal(foreign.replace(code, ''), unknown.replace('7F3K9Q', ''));
  assert.match(textOf(await eko.ask('antrean saya')), new RegExp(code));
});

test('an acknowledged booking outlives a killed server, and its reply is still sent', async () => {
  const agus = await house.phone('Agus');
  const day = await openDay(28);
  await agus.ask(`#AGUS SALIM#12031995#${day.legacy}`);
  await house.kill();
  await house.serve();
  const found = await agus.ask('antrean saya');
  assert.match(textOf(found), /Agus Salim/i);
});

test('the same message sixty-four times at once has one effect', async () => {
  const day = await openDay(35);
  const before = await house.metric('antre_messages_heard_total');
  const text = `#RINA MARLINA#12051990#${day.legacy}`;
  const body = messageOf('wamid.SAME64', '6281234567890', text);
  const answers = await Promise.all(Array.from({ length: 64 }, () => house.webhook(body)));
  assert.deepEqual([...new Set(answers.map(({ status }) => status))], [200]);
  assert.equal(await house.metric('antre_messages_heard_total'), before + 64);
  const { body: rooms } = await house.api(
    'GET',
    `/offices/jakarta-selatan/availability?service=new&from=${day.iso}&days=1`,
  );
  assert.equal(rooms.days[0].capacity - rooms.days[0].free, 1);
});

test('a wrong signature is refused and changes nothing', async () => {
  const heard = await house.metric('antre_messages_heard_total');
  const body = messageOf('wamid.FORGED', '6281234567891', 'halo');
  for (const signature of ['', `sha256=${'0'.repeat(64)}`, 'sha1=abc']) {
    assert.equal((await house.webhook(body, signature)).status, 401);
  }
  assert.equal(await house.metric('antre_messages_heard_total'), heard);
});

test('a batch with odd parts is acknowledged and the rest of it obeyed', async () => {
  const day = await openDay(42);
  const body = messageOf('wamid.BATCH1', '6281234567892', `#TONO#01021980#${day.legacy}`);
  const messages = body.entry[0].changes[0].value.messages;
  messages.unshift({ id: 'wamid.ODD', from: '6281234567892', type: 'hologram' }, null);
  body.entry[0].changes.push({ field: 'never_seen', value: { a: 1 } });
  assert.equal((await house.webhook(body)).status, 200);
  const { body: rooms } = await house.api(
    'GET',
    `/offices/jakarta-selatan/availability?service=new&from=${day.iso}&days=1`,
  );
  assert.equal(rooms.days[0].capacity - rooms.days[0].free, 1);
});

test('a program books, looks up and cancels, and the same key books once', async () => {
  const day = await openDay(49);
  const request = {
    service: 'new',
    wish: { date: day.iso, time: '09:00' },
    people: [{ name: 'Sri Wahyuni', birth_date: '1988-02-29' }],
  };
  const path = '/offices/jakarta-selatan/bookings';
  const key = { 'idempotency-key': 'journey-1' };
  const first = await house.api('POST', path, request, key);
  assert.equal(first.status, 201, JSON.stringify(first.body));
  const again = await house.api('POST', path, request, key);
  assert.equal(again.body.code, first.body.code);
  const wrong = await house.api('POST', `${path}/${first.body.code}/lookup`, {
    birth_date: '1988-03-01',
  });
  assert.equal(wrong.status, 404);
  const proof = { birth_date: '1988-02-29' };
  const found = await house.api('POST', `${path}/${first.body.code}/lookup`, proof);
  assert.equal(found.body.status, 'booked');
  const gone = await house.api('POST', `${path}/${first.body.code}/cancel`, proof);
  assert.equal(gone.body.status, 'cancelled');
});
