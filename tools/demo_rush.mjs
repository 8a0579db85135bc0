// ./dev demo rush [FILE.svg]: a rush on a server of its own. 5,000 people write to one office and
// 20,000 to all 26 as fast as they can; then it prints what each day and hour gave, and draws it.
// It ends with 1 when a place was given twice, out of turn, above a window's share, or not at all.

import { createHash, createHmac } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { House, secret } from '../tests/journey/stage/house.mjs';
import { drawBars } from './drawing/bars.mjs';
import { checkOnce, checkOrder, checkWindows } from './running/fair_rush.mjs';

const root = join(import.meta.dirname, '..');
const picture = process.argv[2] ?? join(root, 'var/rush.svg');
const oneOffice = 5_000;
const everywhere = 20_000;
const atOnce = 128;
const horizonDays = 62;
const windowMinutes = 10;

const messageOf = (office, person) => ({
  object: 'whatsapp_business_account',
  entry: [
    {
      id: office.waba_id,
      changes: [
        {
          field: 'messages',
          value: {
            messaging_product: 'whatsapp',
            metadata: { phone_number_id: office.phone_number_id },
            contacts: [{ wa_id: person.phone, user_id: `ID.${person.phone}` }],
            messages: [
              {
                from: person.phone,
                id: `wamid.RUSH${person.phone}`,
                timestamp: '1795500000',
                type: 'text',
                text: { body: `daftar paspor baru paling cepat, ${person.name}, 14-05-1990` },
              },
            ],
          },
        },
      ],
    },
  ],
});

function post(agent, url, raw) {
  const signature = createHmac('sha256', secret).update(raw).digest('hex');
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(raw),
    'x-hub-signature-256': `sha256=${signature}`,
  };
  return new Promise((resolve, reject) => {
    const call = request(url, { method: 'POST', agent, headers }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode));
    });
    call.on('error', reject);
    call.end(raw);
  });
}

/** How the journal names the command that a message is. */
const keyOf = (person) =>
  createHash('sha256').update(`wa:wamid.RUSH${person.phone}`).digest('hex').slice(0, 32);

/** Posts the message of each, `atOnce` at a time, and notes when it was sent and acknowledged. */
async function rush(house, letters) {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const began = performance.now();
  let next = 0;
  let again = 0;
  const one = async () => {
    while (next < letters.length) {
      const letter = letters[next++];
      letter.sent = performance.now();
      while ((await post(agent, `${house.server}/webhooks/whatsapp`, letter.raw)) !== 200) {
        again += 1;
      }
      letter.acked = performance.now();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  agent.destroy();
  return { seconds: (performance.now() - began) / 1000, again };
}

const givenNames = ['Budi', 'Siti', 'Agus', 'Dewi', 'Rina', 'Tono', 'Sri', 'Andi', 'Yuni', 'Eko'];
const familyNames = ['Santoso', 'Rahayu', 'Lestari', 'Salim', 'Wijaya', 'Hartono', 'Utami'];
const name = (n) => `${givenNames[n % 10]} ${familyNames[n % 7]}`;
const today = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

async function daysOf(house, slug) {
  const path = `/offices/${slug}/availability?service=new&from=${today()}&days=${horizonDays}`;
  const { body } = await house.api('GET', path);
  return body.days;
}

function checkFilling(days, people) {
  const taken = days.map(({ capacity, free }) => capacity - free);
  const all = taken.reduce((sum, n) => sum + n, 0);
  const last = taken.findLastIndex((n) => n > 0);
  const gaps = days.slice(1, last).filter(({ free }) => free > 0).length;
  if (all !== people) throw new Error(`${people} people wrote, ${all} places were given`);
  if (days.some(({ capacity, free }) => free < 0 || free > capacity))
    throw new Error('a day is above its capacity');
  if (gaps > 0) throw new Error(`${gaps} days were left half empty`);
}

/** The journal against what we saw from outside. The server rests meanwhile: it owns the store. */
async function checkFairness(house, first, sends) {
  const days = await daysOf(house, first.id);
  await house.kill('SIGTERM');
  const lines = house.run('journal', 'show').trimEnd().split('\n');
  const rows = lines.map((line) => JSON.parse(line));
  await house.serve();
  const wrong = [
    ...checkOnce(sends, rows),
    ...checkOrder(sends, rows),
    ...checkWindows(rows, first.id, days, windowMinutes),
  ];
  for (const sentence of wrong.slice(0, 20)) console.error(`unfair: ${sentence}`);
  if (wrong.length > 0) throw new Error(`${wrong.length} things are unfair`);
  console.log(
    `${rows.length} rows of the journal: nobody got a place twice or out of turn, windows of` +
      ` ${windowMinutes} minutes hold their share, days fill one after another`,
  );
}

function print(days) {
  for (const { date, capacity, free, hours } of days) {
    if (capacity === free) continue;
    const given = (hour) => `${hour.capacity - hour.free}/${hour.capacity}`;
    const cells = hours.map((hour) => `${hour.from} ${given(hour)}`);
    const day = `${String(capacity - free).padStart(4)}/${capacity}`;
    console.log(`${date}  ${day}  ${cells.join('  ')}`);
  }
}

function draw(days) {
  const shown = days.filter(({ capacity }) => capacity > 0).slice(0, 24);
  return drawBars({
    title: '5,000 people write at once: days fill one after another',
    rows: shown.map(({ date, capacity, free }) => ({
      label: date,
      parts: [
        { value: capacity, fill: '#e6e9ef' },
        { value: capacity - free, fill: '#0b3d91' },
      ],
      full: 400,
      text: `${capacity - free} / ${capacity}`,
    })),
  });
}

const house = new House();
house.settings = { ANTRE_WHATSAPP_SEND: 'false' };
await house.start();
try {
  const offices = JSON.parse(house.offices);
  const first = offices.find(({ id }) => id === 'jakarta-selatan');
  const letters = (count, from, officeOf) =>
    Array.from({ length: count }, (_, n) => {
      const person = { phone: String(6281300000000 + from + n), name: name(from + n) };
      const office = officeOf(n);
      const raw = JSON.stringify(messageOf(office, person));
      return { key: keyOf(person), office: office.id, raw };
    });
  const one = letters(oneOffice, 0, () => first);
  const single = await rush(house, one);
  const days = await daysOf(house, first.id);
  console.log(`${oneOffice} people wrote to ${first.name} in ${single.seconds.toFixed(1)} s`);
  print(days);
  checkFilling(days, oneOffice);
  const many = letters(everywhere, oneOffice, (n) => offices[n % offices.length]);
  const spread = await rush(house, many);
  const rate = Math.round(everywhere / spread.seconds);
  console.log(
    `${everywhere} people wrote to ${offices.length} offices in ${spread.seconds.toFixed(1)} s` +
      ` (${rate} a second, ${spread.again} asked again): everybody has a place`,
  );
  await checkFairness(house, first, [...one, ...many]);
  writeFileSync(picture, draw(days));
  console.log(`picture: ${picture}`);
} finally {
  await house.stop();
}
