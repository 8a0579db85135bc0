// What a rush must leave behind, told from outside: when each message was sent and acknowledged,
// and what the journal says it got. Each check gives the sentences that are wrong; none is good.

/**
 * @typedef {object} Sent one message that asks for the earliest place
 * @property {string} key the command's key, as the journal shows it
 * @property {string} office
 * @property {number} sent milliseconds, any clock
 * @property {number} acked milliseconds of the same clock
 */
/**
 * @typedef {object} Row one line of `antre journal show`
 * @property {string} office
 * @property {number} seq
 * @property {string} command
 * @property {string} event
 * @property {{booking?: number, to?: {day: string, window: string, numbers: string[]}}} body
 */

const placeOf = (row) => `${row.body.to.day} ${row.body.to.window} ${row.body.to.numbers[0]}`;

/** Every message has one booking of one place, and no place is booked twice. */
export function checkOnce(sends, rows) {
  const wrong = [];
  const times = new Map();
  const holders = new Map();
  for (const row of rows.filter(({ event }) => event === 'booked')) {
    times.set(row.command, (times.get(row.command) ?? 0) + 1);
    for (const number of row.body.to.numbers) {
      const place = `${row.office} ${row.body.to.day} ${number}`;
      if (holders.has(place))
        wrong.push(`${place} is given at ${holders.get(place)} and ${row.seq}`);
      holders.set(place, row.seq);
    }
  }
  for (const { key, office } of sends) {
    const found = times.get(key) ?? 0;
    if (found !== 1) wrong.push(`a message to ${office} has ${found} bookings`);
  }
  if (times.size !== sends.length) wrong.push(`${sends.length} wrote, ${times.size} were booked`);
  return wrong;
}

/** The bookings of each office as [row, sent], in the order of its journal. */
function inOrder(sends, rows) {
  const sentBy = new Map(sends.map((sent) => [sent.key, sent]));
  const offices = new Map();
  for (const row of rows) {
    const sent = sentBy.get(row.command);
    if (row.event !== 'booked' || sent === undefined) continue;
    if (!offices.has(row.office)) offices.set(row.office, []);
    offices.get(row.office).push([row, sent]);
  }
  for (const list of offices.values()) list.sort(([a], [b]) => a.seq - b.seq);
  return offices;
}

/**
 * Who was answered before another began to write stands before them in the journal; and its
 * order is the order of the places, since all ask for the earliest.
 */
export function checkOrder(sends, rows) {
  const wrong = [];
  for (const [office, list] of inOrder(sends, rows)) {
    let latest; // of those before in the journal, who wrote last
    let before;
    for (const [row, sent] of list) {
      if (latest !== undefined && sent.acked < latest.sent.sent) {
        wrong.push(`${office}: ${row.seq} was answered before ${latest.row.seq} was sent`);
      }
      if (latest === undefined || sent.sent > latest.sent.sent) latest = { row, sent };
      if (before !== undefined && placeOf(row) <= placeOf(before)) {
        wrong.push(`${office}: ${row.seq} got ${placeOf(row)} after ${placeOf(before)}`);
      }
      before = row;
    }
  }
  return wrong;
}

/**
 * No window of arrival holds more people than its share of the hour, and before the last one given
 * all are full: so days fill one after another. The first day is left out of the second, since its
 * windows close while the rush goes on.
 * @param {{date: string, hours: {from: string, to: string, capacity: number}[]}[]} days
 */
export function checkWindows(rows, office, days, windowMinutes) {
  const wrong = [];
  const taken = new Map();
  let last = '';
  for (const row of rows) {
    if (row.office !== office || row.event !== 'booked') continue;
    const window = `${row.body.to.day} ${row.body.to.window}`;
    taken.set(window, (taken.get(window) ?? 0) + row.body.to.numbers.length);
    if (window > last) last = window;
  }
  for (const { date, hours } of days) {
    for (const { from, to, capacity } of hours) {
      const windows = windowsOf(from, to, windowMinutes);
      const share = capacity / windows.length;
      for (const window of windows) {
        const name = `${date} ${window}`;
        const people = taken.get(name) ?? 0;
        taken.delete(name);
        if (people > Math.ceil(share)) wrong.push(`${office} ${name} holds ${people} people`);
        const mustBeFull = date > days[0].date && name < last;
        if (mustBeFull && people < Math.floor(share)) {
          wrong.push(`${office} ${name} has room, and ${last} was given`);
        }
      }
    }
  }
  for (const name of taken.keys()) wrong.push(`${office} ${name} is no window of the office`);
  return wrong;
}

const minutesOf = (time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const two = (n) => String(n).padStart(2, '0');

function windowsOf(from, to, every) {
  const windows = [];
  for (let at = minutesOf(from); at < minutesOf(to); at += every) {
    windows.push(`${two(Math.floor(at / 60))}:${two(at % 60)}`);
  }
  return windows;
}
