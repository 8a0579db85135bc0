// The report for people: a table of the cells, the goals, and a picture.

import { drawBars } from '../../tools/drawing/bars.mjs';

const isColoured = process.stdout.isTTY === true && !process.env.NO_COLOR;
const colour = (code, text) => (isColoured ? `\x1b[${code}m${text}\x1b[0m` : text);

const namesOfServers = {
  antre: 'antre',
  naive: 'antre, one by one',
  node: 'Node, group commit',
  floor: 'the floor',
};
const namesOfWorks = { rest: 'REST booking', whatsapp: 'WhatsApp booking' };

const whole = (value) => Math.round(value).toLocaleString('en');
const tenth = (value) => value.toFixed(1);

function headOf({ work, offices, connections, rate }) {
  const where = offices === 'one' ? 'one office' : '26 offices';
  const how = rate > 0 ? `${whole(rate)} a second` : `${connections} connections`;
  return `${namesOfWorks[work]}, ${where}, ${how}`;
}

export function printTable(cells) {
  let head = '';
  for (const cell of cells) {
    if (headOf(cell) !== head) {
      head = headOf(cell);
      console.log(`\n${colour(1, head)}`);
      console.log('                        per second   CPU us   p50 ms   p99 ms   batch');
    }
    const columns = [
      whole(cell.throughput).padStart(10),
      tenth(cell.cpu_us).padStart(8),
      tenth(cell.p50_ms).padStart(8),
      tenth(cell.p99_ms).padStart(8),
      (cell.batch ? tenth(cell.batch) : '').padStart(7),
    ];
    console.log(`  ${namesOfServers[cell.server].padEnd(20)}  ${columns.join(' ')}`);
  }
}

export function printGoals(goals) {
  console.log(`\n${colour(1, 'Goals')} (the worst of the cells that count)`);
  for (const { name, measured, wanted, is_met, unit } of goals) {
    const value = `${measured >= 1000 ? whole(measured) : measured.toFixed(2)}${unit}`;
    const verdict = is_met ? colour(32, 'met   ') : colour(31, 'missed');
    console.log(`  ${verdict}  ${name.padEnd(52)} ${value.padStart(12)}   (${wanted})`);
  }
}

/** Throughput and processor time of each server, at the most connections and 26 offices. */
export function draw(cells) {
  const closed = cells.filter(({ rate, offices }) => rate === 0 && offices === 'spread');
  const crowd = Math.max(...closed.map(({ connections }) => connections));
  const shown = closed.filter(({ connections }) => connections === crowd);
  const fills = { antre: '#0b3d91', naive: '#b8bfcc', node: '#b8bfcc', floor: '#7a869a' };
  const block = (work, words, figure, write) => {
    const row = shown.filter((cell) => cell.work === work);
    const full = Math.max(...row.map((cell) => cell[figure]));
    return [
      { label: `${namesOfWorks[work]}: ${words}` },
      ...row.map((cell) => ({
        label: namesOfServers[cell.server],
        parts: [{ value: cell[figure], fill: fills[cell.server] }],
        text: write(cell[figure]),
        full,
      })),
    ];
  };
  const rows = ['rest', 'whatsapp'].flatMap((work) => [
    ...block(work, 'a second (more is better)', 'throughput', whole),
    ...block(work, 'microseconds of CPU each (less is better)', 'cpu_us', tenth),
  ]);
  return drawBars({ title: `Durable bookings, ${crowd} connections`, rows, labelWidth: 150 });
}
