// What happens in a dialogue besides talking, said as a clerk would say it.

const dayFormat = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

const dayText = (date) => dayFormat.format(new Date(`${date}T00:00:00Z`)).replace(/,? /, ', ');

const passports = {
  paid: 'The passport is paid for',
  ready: 'The passport is ready',
  recalled: 'The passport still waits to be collected',
  lapsed: 'The passport was not collected in time',
  collected: 'The passport is collected',
};

const sentences = {
  now: ([moment]) => `${dayText(moment.slice(0, 10))}, ${moment.slice(11, 16)}`,
  full: ([day]) => `Others have filled ${dayText(day)}`,
  taken: () => 'Somebody else takes the earliest place',
  frees: ([day, time]) => `Somebody gives up ${dayText(day)}, ${time}`,
  gone: ([day, time]) => `Others take all that is left of ${dayText(day)}, ${time}`,
  neighbour: ([which]) =>
    which === 'depok' ? 'So has another, farther away' : 'An office nearby has room',
  close: ([day, ...reason]) => `The office closes on ${dayText(day)}: ${reason.join(' ')}`,
  answer: () => 'An officer answers',
  passport: ([what]) => passports[what],
  elsewhere: () => 'They have a booking at the office nearby as well',
  silent: () => 'The number was silent for more than 60 days',
  erased: () => 'The moment of the erasure has come',
  remind: () => 'The afternoon before: whoever asked is reminded',
};

/** @param {string} line as in the file @returns {string} @throws on an event nobody described */
export function eventText(line) {
  const [verb, ...words] = line.split(' ');
  const text = sentences[verb]?.(words);
  if (text === undefined) throw new Error(`tools/transcripts/events.mjs has no word for "${line}"`);
  return text;
}
