// What the runs say: medians, and for each goal the worst figure that counts against it.

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** One run of bench_load as figures. */
export function figuresOf(load, extra = {}) {
  const perRequest = (seconds) => (seconds / Math.max(1, load.requests)) * 1e6;
  return {
    throughput: load.requests / load.seconds,
    cpu_us: perRequest(load.server_cpu_seconds),
    load_cpu_us: perRequest(load.own_cpu_seconds),
    p50_ms: load.p50_ms,
    p99_ms: load.p99_ms,
    ...extra,
  };
}

/** The median of each figure over the rounds. */
export function medians(runs) {
  const names = Object.keys(runs[0]);
  return Object.fromEntries(names.map((name) => [name, median(runs.map((run) => run[name]))]));
}

const worksByName = { rest: 'REST booking', whatsapp: 'WhatsApp booking' };

/**
 * Goals over cells {server, work, offices, connections, rate, runs, and the medians of the runs}
 * and the start {seconds, rss_mb}. Each {name, measured, wanted, is_met}; a goal whose cells were
 * not measured is left out.
 */
export function goalsOf(cells, start) {
  const goals = [];
  const goal = (name, values, worst, wanted, isMet, unit) => {
    if (values.length === 0) return;
    const measured = worst(...values);
    goals.push({ name, measured, wanted: `${wanted}${unit}`, is_met: isMet(measured), unit });
  };
  const atLeast = (name, values, least, unit = '') =>
    goal(name, values, Math.min, `>= ${least}`, (value) => value >= least, unit);
  const atMost = (name, values, most, unit = '') =>
    goal(name, values, Math.max, `<= ${most}`, (value) => value <= most, unit);

  const closed = cells.filter(({ rate }) => rate === 0);
  const crowd = Math.max(...closed.map(({ connections }) => connections));
  const of = (server, work, most) =>
    closed.filter(
      (cell) =>
        cell.server === server && cell.work === work && (!most || cell.connections === crowd),
    );
  const twin = (cell, server) =>
    closed.find(
      (other) =>
        other.server === server &&
        ['work', 'offices', 'connections'].every((key) => other[key] === cell[key]),
    );
  // Round by round, since what else the machine does differs between rounds.
  const ratio = (cell, other, figure) =>
    median(cell.runs.map((run, round) => run[figure] / other.runs[round][figure]));
  const ratios = (ours, server, figure) =>
    ours
      .filter((cell) => twin(cell, server))
      .map((cell) => ratio(cell, twin(cell, server), figure));

  for (const [work, words] of Object.entries(worksByName)) {
    const all = of('antre', work);
    const crowded = of('antre', work, true);
    if (work === 'rest')
      atLeast(`${words}: throughput over Node's`, ratios(all, 'node', 'throughput'), 2, ' x');
    else
      atLeast(
        `${words}s a second at ${crowd} connections`,
        crowded.map((c) => c.throughput),
        10_000,
      );
    atMost(
      `${words}: CPU over the floor's at ${crowd}`,
      ratios(crowded, 'floor', 'cpu_us'),
      2.5,
      ' x',
    );
    atLeast(
      `${words}: throughput over one-by-one at ${crowd}`,
      ratios(crowded, 'naive', 'throughput'),
      8,
      ' x',
    );
    atMost(
      `${words}: p99 at ${crowd} connections`,
      crowded.map((c) => c.p99_ms),
      25,
      ' ms',
    );
    const paced = cells.filter((c) => c.rate > 0 && c.work === work && c.server === 'antre');
    atMost(
      `${words}: p99 at ${paced[0]?.rate} a second`,
      paced.map((c) => c.p99_ms),
      20,
      ' ms',
    );
    const grown = growth(all);
    goal(`${words}: mean batch grows with connections`, grown, Math.min, '> 1', (v) => v > 1, ' x');
  }
  if (start) {
    const words = `with ${start.bookings.toLocaleString('en')} bookings`;
    atMost(`start ${words}`, [start.seconds], 2, ' s');
    atMost(`memory ${words}, at rest`, [start.rss_mb], 200, ' MB');
    atMost(`memory ${words}, under load`, [start.rss_loaded_mb], 200, ' MB');
  }
  return goals;
}

/** From each number of connections to the next larger one: how many times larger the batch is. */
function growth(cells) {
  return ['spread', 'one'].flatMap((offices) => {
    const row = cells
      .filter((cell) => cell.offices === offices)
      .sort((a, b) => a.connections - b.connections);
    return row.slice(1).map((cell, i) => cell.batch / row[i].batch);
  });
}
