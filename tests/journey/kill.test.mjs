// The server is killed at random moments under load. An outside witness writes down each
// acknowledgement before it asks for more; afterwards every one of them must be there, none twice,
// and everybody who wrote has one answer.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { House, sleep } from './stage/house.mjs';

const kills = Number(process.env.KILLS ?? 40);
const clients = 6;
const days = 30;
const writers = 60; // people who write while the server is killed
const answeredSeconds = 150;

const house = new House();
before(() => house.start());
after(() => house.stop());

/** A program that books for invented people, one after another, and notes each answer. */
class Witness {
  constructor(name) {
    this.name = name;
    this.acknowledged = [];
    this.asked = 0;
  }

  async book() {
    this.asked += 1;
    const born = `19${String(50 + (this.asked % 49)).padStart(2, '0')}-03-07`;
    const key = `${this.name}-${this.asked}`;
    const request = {
      service: 'new',
      wish: {},
      people: [{ name: `Orang ${key}`, birth_date: born }],
    };
    // The same key until there is an answer: a lost acknowledgement is asked for again.
    for (;;) {
      try {
        const answer = await house.api('POST', '/offices/jakarta-selatan/bookings', request, {
          'idempotency-key': key,
        });
        if (answer.status !== 201) continue;
        this.acknowledged.push({ ...answer.body, born });
        return;
      } catch {
        await sleep(5);
      }
    }
  }

  async run() {
    while (!this.isDone) await this.book();
  }
}

test(`${kills} kills lose no acknowledged booking and give no place twice`, async () => {
  const witnesses = Array.from({ length: clients }, (_, i) => new Witness(`w${i}`));
  const runs = witnesses.map((witness) => witness.run());
  for (let i = 0; i < kills; i += 1) {
    await sleep(5 + Math.random() * 80);
    await house.kill();
    await house.serve();
  }
  for (const witness of witnesses) witness.isDone = true;
  await Promise.all(runs);

  const all = witnesses.flatMap(({ acknowledged }) => acknowledged);
  assert.ok(all.length >= kills, `${all.length} bookings under ${kills} kills is no load`);
  const codes = new Set(all.map(({ code }) => code));
  assert.equal(codes.size, all.length);
  const places = new Set();
  for (const { code, born } of all) {
    const path = `/offices/jakarta-selatan/bookings/${code}/lookup`;
    const found = await house.api('POST', path, { birth_date: born });
    assert.equal(found.status, 200, `${code} is lost`);
    const place = JSON.stringify([found.body.date, found.body.numbers]);
    assert.ok(!places.has(place), `${place} is given twice`);
    places.add(place);
  }
  assert.equal(await taken(), all.length);
  await house.kill('SIGTERM');
  assert.match(house.run('journal', 'verify'), /chain whole/);
  await house.serve();
});

test(`${kills} kills leave no message without its answer, and none with two`, async () => {
  const phones = await Promise.all(Array.from({ length: writers }, (_, n) => house.phone(`P${n}`)));
  const killing = (async () => {
    for (let i = 0; i < kills; i += 1) {
      await sleep(5 + Math.random() * 80);
      await house.kill();
      await house.serve();
    }
  })();
  // The emulator delivers as Meta does: again until it is acknowledged.
  for (const phone of phones) {
    await phone.send({ type: 'text', text: { body: 'halo' } });
    await sleep((kills * 100) / writers);
  }
  await killing;

  // Long enough for what was cut off while it was sent: it waits a minute for its echo.
  const end = Date.now() + answeredSeconds * 1000;
  const answers = async () => {
    const counts = await Promise.all(phones.map(async (phone) => (await phone.heard()).length));
    return counts;
  };
  while ((await answers()).includes(0) && Date.now() < end) await sleep(1_000);
  // Nothing may come after the last answer either.
  await sleep(2_000);
  assert.deepEqual(
    await answers(),
    phones.map(() => 1),
  );
});

const dayAhead = (ahead) =>
  new Date(Date.now() + 7 * 3_600_000 + ahead * 86_400_000).toISOString().slice(0, 10);

/** Places taken from today on, a month at a time until one has none. */
async function taken() {
  let all = 0;
  for (let ahead = 0; ; ahead += days) {
    const { body } = await house.api(
      'GET',
      `/offices/jakarta-selatan/availability?service=new&from=${dayAhead(ahead)}&days=${days}`,
    );
    const month = body.days.reduce((sum, day) => sum + day.capacity - day.free, 0);
    if (month === 0) return all;
    all += month;
  }
}
