// The checks of the rush must find what they are there for.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkOnce, checkOrder, checkWindows } from '../running/fair_rush.mjs';

/** Six people, one after another, into windows of two places. */
function goodRush() {
  const sends = [];
  const rows = [{ office: 'a', seq: 1, command: '', event: 'office_set', body: {} }];
  for (let n = 0; n < 6; n += 1) {
    sends.push({ key: `k${n}`, office: 'a', sent: n * 10, acked: n * 10 + 5 });
    rows.push({
      office: 'a',
      seq: n + 2,
      command: `k${n}`,
      event: 'booked',
      body: {
        booking: 100 + n,
        to: {
          day: n < 4 ? '2026-11-25' : '2026-11-26',
          window: n % 4 < 2 ? '08:00' : '08:30',
          numbers: [`A-00${(n % 4) + 1}`],
        },
      },
    });
  }
  const hours = [{ from: '08:00', to: '09:00', capacity: 4 }];
  const days = ['2026-11-24', '2026-11-25', '2026-11-26'].map((date, i) => ({
    date,
    hours: i === 0 ? [] : hours,
  }));
  return { sends, rows, days };
}

const all = ({ sends, rows, days }) => [
  ...checkOnce(sends, rows),
  ...checkOrder(sends, rows),
  ...checkWindows(rows, 'a', days, 30),
];

test('a fair rush has nothing wrong', () => {
  assert.deepEqual(all(goodRush()), []);
});

test('people who write at the same time may stand in either order', () => {
  const rush = goodRush();
  rush.sends[1].sent = 4;
  [rush.rows[1].command, rush.rows[2].command] = ['k1', 'k0'];
  assert.deepEqual(all(rush), []);
});

const broken = {
  'a place given twice': [
    ({ rows }) => {
      rows[2].body.to = rows[1].body.to;
    },
    /A-001 is given at 2 and 3/,
  ],
  'a message without a booking': [({ rows }) => rows.pop(), /has 0 bookings/],
  'a message with two bookings': [
    ({ rows }) =>
      rows.push({ ...rows[6], seq: 8, body: { to: { ...rows[6].body.to, numbers: ['A-009'] } } }),
    /has 2 bookings/,
  ],
  'somebody who was answered first and stands later': [
    ({ rows }) => {
      [rows[1].command, rows[2].command] = ['k1', 'k0'];
    },
    /3 was answered before 2 was sent/,
  ],
  'a later booking with an earlier place': [
    ({ rows }) => {
      [rows[3].body, rows[5].body] = [rows[5].body, rows[3].body];
    },
    /after 2026-11-26/,
  ],
  'a window above its share': [
    ({ rows }) => {
      rows[3].body.to.window = '08:00';
    },
    /08:00 holds 3 people/,
  ],
  'a window left free although a later day was given': [
    ({ rows }) => {
      rows[4].body.to = { day: '2026-11-26', window: '08:30', numbers: ['A-003'] };
      rows[3].body.to = { day: '2026-11-26', window: '08:30', numbers: ['A-004'] };
    },
    /2026-11-25 08:30 has room/,
  ],
  'a window that the office does not have': [
    ({ rows }) => {
      rows[6].body.to.window = '13:00';
    },
    /13:00 is no window/,
  ],
};

for (const [what, [damage, expected]] of Object.entries(broken)) {
  test(`${what} is found`, () => {
    const rush = goodRush();
    damage(rush);
    assert.match(all(rush).join('\n'), expected);
  });
}
