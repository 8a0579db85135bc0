// Figures of understanding: what rows of sentences expect, against what the program answered.
// A date or time counts where one is expected or was given, so one that is invented is wrong too.

const others = [
  'date_to',
  'old_date',
  'date_rel',
  'old_time',
  'time_to',
  'time_rel',
  'daypart',
  'count',
  'name',
  'names',
  'birth_date',
  'nik',
  'service',
  'code',
  'queue_no',
  'topic',
  'child',
  'priority',
  'passport_type',
  'earliest',
  'lang_to',
  'delay_min',
  'choice',
];
const destroys = (intent) => intent === 'cancel' || intent === 'opt_out';

// A field as text for comparison, names without regard to case; '' if absent.
function field(row, name) {
  if (row[name] === undefined) return '';
  const text = JSON.stringify(row[name]);
  return name === 'name' || name === 'names' ? text.toLowerCase() : text;
}

// One row against its answer: is the intent right, and which fields are 'right', 'missing',
// 'wrong' (both differ) or 'invented'. What a row names in `open` no rule decides: not judged.
export function judge(row, answer) {
  const fields = {};
  for (const name of ['date', 'time', ...others]) {
    if (row.open?.includes(name)) continue;
    const wanted = field(row, name);
    const found = field(answer, name);
    if (wanted === '' && found === '') continue;
    if (wanted === found) fields[name] = 'right';
    else if (found === '') fields[name] = 'missing';
    else fields[name] = wanted === '' ? 'invented' : 'wrong';
  }
  const isRight = row.intent === answer.intent;
  return {
    row,
    answer,
    isRight,
    fields,
    destroyed: !isRight && destroys(answer.intent),
    booked: destroys(row.intent) && answer.intent === 'book',
  };
}

// Sums of judgements: {right, all} of intents, dates and times, and `f1` (0 to 1; 1 when no other
// field is expected or given), with `otherFields`, the number that were expected or given.
export function figuresOf(judgements) {
  const figures = {
    intents: { right: 0, all: judgements.length },
    dates: { right: 0, all: 0 },
    times: { right: 0, all: 0 },
    whole: 0, // rows with the intent and each field right
    otherFields: 0,
    destroyed: judgements.filter((one) => one.destroyed).length,
    booked: judgements.filter((one) => one.booked).length,
  };
  let found = 0;
  let faults = 0;
  for (const { isRight, fields } of judgements) {
    figures.intents.right += isRight ? 1 : 0;
    figures.whole += isRight && Object.values(fields).every((is) => is === 'right') ? 1 : 0;
    for (const [name, is] of Object.entries(fields)) {
      if (name === 'date' || name === 'time') {
        const count = name === 'date' ? figures.dates : figures.times;
        count.all += 1;
        count.right += is === 'right' ? 1 : 0;
        continue;
      }
      figures.otherFields += 1;
      if (is === 'right') found += 1;
      else faults += is === 'wrong' ? 2 : 1; // one that is missing and one that is too many
    }
  }
  figures.f1 = found + faults === 0 ? 1 : (2 * found) / (2 * found + faults);
  return figures;
}

// The judgements by a word of their rows (`intent`, `mouth`, `tag`), in the order of the alphabet.
export function groupedBy(judgements, key) {
  const groups = new Map();
  for (const one of judgements) {
    const name = one.row[key];
    if (name === undefined) continue;
    if (!groups.has(name)) groups.set(name, []);
    groups.get(name).push(one);
  }
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const percent = ({ right, all }) =>
  all === 0 ? '–' : `${((100 * right) / all).toFixed(1)} % (${right}/${all})`;

function line(name, { intents, dates, times, otherFields, f1, destroyed, whole }) {
  const others = otherFields === 0 ? '–' : `${(100 * f1).toFixed(1)} %`;
  const all = percent({ right: whole, all: intents.all });
  const cells = [name, percent(intents), percent(dates), percent(times), others, all, destroyed];
  return `| ${cells.join(' | ')} |`;
}

// A table in Markdown, one line a group.
export function tableOf(title, groups) {
  return [
    `| ${title} | intents | dates | times | other fields, F1 | all of it | false cancel or stop |`,
    '|---|---|---|---|---|---|---|',
    ...[...groups].map(([name, judgements]) => line(name, figuresOf(judgements))),
  ].join('\n');
}

// What is wrong with one row, in one line; '' when nothing is.
export function faultsOf({ row, answer, isRight, fields }) {
  const faults = isRight ? [] : [`${row.intent} heard as ${answer.intent}`];
  for (const [name, is] of Object.entries(fields)) {
    if (is === 'right') continue;
    const wanted = is === 'invented' ? '' : ` ${JSON.stringify(row[name])}`;
    const given = is === 'missing' ? '' : `, heard ${JSON.stringify(answer[name])}`;
    faults.push(`${name} ${is}${wanted}${given}`);
  }
  return faults.join('; ');
}
