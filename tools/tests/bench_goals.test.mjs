// Figures of made-up runs, and what they mean for the goals.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { figuresOf, goalsOf, median, medians } from '../../bench/stage/goals.mjs';

const cell = (server, connections, figures, work = 'rest') => {
  const run = { throughput: 1_000, cpu_us: 50, p99_ms: 5, batch: connections / 2, ...figures };
  return { server, work, offices: 'spread', connections, rate: 0, runs: [run], ...run };
};
const named = (goals, words) => goals.find(({ name }) => name.includes(words));

test('median of an even number of runs lies between the middle two', () => {
  assert.equal(median([9, 1, 3]), 3);
  assert.equal(median([4, 1, 2, 9]), 3);
  assert.deepEqual(medians([{ a: 1 }, { a: 5 }, { a: 2 }]), { a: 2 });
});

test('processor time is given for one request', () => {
  const load = { requests: 1_000, seconds: 2, server_cpu_seconds: 0.05, own_cpu_seconds: 0.01 };
  const { throughput, cpu_us, load_cpu_us } = figuresOf(load);
  assert.deepEqual([throughput, Math.round(cpu_us), Math.round(load_cpu_us)], [500, 50, 10]);
});

test('the worst cell decides whether a goal is met', () => {
  const cells = [
    cell('antre', 64, { throughput: 5_000 }),
    cell('node', 64, { throughput: 2_000 }),
    cell('antre', 256, { throughput: 3_000 }),
    cell('node', 256, { throughput: 2_000 }),
  ];
  const goal = named(goalsOf(cells), "Node's");
  assert.deepEqual([goal.measured, goal.is_met], [1.5, false]);
});

test('processor time and one-by-one are compared at the most connections only', () => {
  const cells = [
    cell('antre', 64, { cpu_us: 900 }),
    cell('floor', 64, { cpu_us: 10 }),
    cell('antre', 256, { cpu_us: 100, throughput: 9_000 }),
    cell('floor', 256, { cpu_us: 50 }),
    cell('naive', 256, { throughput: 1_000 }),
  ];
  const goals = goalsOf(cells);
  assert.equal(named(goals, "floor's").measured, 2);
  assert.equal(named(goals, 'one-by-one').measured, 9);
});

test('servers are compared round by round', () => {
  const rounds = (...throughputs) => throughputs.map((throughput) => ({ throughput }));
  const cells = [
    { ...cell('antre', 64, {}), runs: rounds(9_000, 3_000, 300) },
    { ...cell('node', 64, {}), runs: rounds(3_000, 1_000, 1_000) },
  ];
  assert.equal(named(goalsOf(cells), "Node's").measured, 3);
});

test('a batch that does not grow with the connections misses its goal', () => {
  const steady = [cell('antre', 64, { batch: 20 }), cell('antre', 256, { batch: 20 })];
  assert.equal(named(goalsOf(steady), 'batch grows').is_met, false);
  const growing = [cell('antre', 256, { batch: 90 }), cell('antre', 64, { batch: 20 })];
  assert.equal(named(goalsOf(growing), 'batch grows').is_met, true);
});

test('what was not measured is no goal', () => {
  const goals = goalsOf([cell('antre', 8, {})]);
  assert.equal(named(goals, "Node's"), undefined);
  assert.equal(named(goals, 'start'), undefined);
});

test('start and memory are judged by their limits', () => {
  const start = { bookings: 1_000_000, seconds: 2.5, rss_mb: 150, rss_loaded_mb: 260 };
  const goals = goalsOf([cell('antre', 8, {})], start);
  assert.equal(named(goals, 'start with 1,000,000').is_met, false);
  assert.equal(named(goals, 'at rest').is_met, true);
  assert.equal(named(goals, 'under load').is_met, false);
});
