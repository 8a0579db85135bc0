// What is promised about `antre simulate`: the same seed gives the same bytes, another seed gives
// another world, and each seeded bug is found by the invariant that it breaks.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';

const bin = join(import.meta.dirname, '../../build/bin');

function run(program, args) {
  const made = spawnSync(join(bin, program), ['simulate', ...args], {
    encoding: 'utf8',
    maxBuffer: 64 << 20,
  });
  return { code: made.status, out: made.stdout, err: made.stderr };
}

test('the same seed gives the same bytes, thirty days through a storm', () => {
  const args = '--seed 1 --days 30 --offices 3 --faults storm --json'.split(' ');
  const first = run('antre', args);
  const second = run('antre', args);
  assert.equal(first.code, 0, first.err);
  assert.equal(second.out, first.out);
  const report = JSON.parse(first.out);
  assert.equal(report.ok, true);
  assert.ok(report.faults_met.sum > 1_000, 'a storm has faults');
  assert.ok(report.faults_met.power_losses + report.faults_met.kills > 10, 'and crashes');
  for (const number of [1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 13, 14, 15, 17]) {
    assert.ok(report.looks[`I${number}`] > 0, `I${number} was looked at`);
  }
});

test('another seed gives another world', () => {
  const tapes = ['1', '2'].map((seed) => {
    const made = run('antre', ['--seed', seed, '--days', '1', '--json']);
    return JSON.parse(made.out).tape_sha256;
  });
  assert.notEqual(tapes[0], tapes[1]);
});

// seeded bug | the invariants any of which it may break first
const bugs = [
  ['repeats_obeyed', 'I4'],
  ['hour_too_large', 'I2'],
  ['places_not_freed', 'I2'],
  ['closed_days_open', 'I13'],
  ['reply_not_kept', 'I5'],
  ['lost_answer_resent', 'I6'],
  ['stale_ticket_sent', 'I7'],
  ['hold_kept_for_ever', 'I17'],
  ['status_falls', 'I11'],
  ['same_person_twice', 'I3'],
  ['broken_chain', 'I14'],
  ['refusal_is_final', 'I17'],
  ['sync_skipped', 'I1'],
  ['last_waits_first', 'I12'],
  ['reminders_unmarked', 'I13'],
];
const few = '--seed 1 --seeds 6 --days 2 --offices 2 --json'.split(' ');

/** The invariants broken in any of the worlds. */
function broken(out) {
  const reports = out.trim().split('\n').map((line) => JSON.parse(line));
  return new Set(reports.flatMap((report) => Object.keys(report.violated)));
}

for (const [bug, invariant] of bugs) {
  test(`the seeded bug ${bug} is found by ${invariant}`, () => {
    const made = run('antre-sabotaged', [...few, '--sabotage', bug]);
    assert.equal(made.code, 1, `not found: ${bug}`);
    assert.ok(broken(made.out).has(invariant), `found by ${[...broken(made.out)]} only`);
    assert.match(made.err, /again with: antre simulate --seed \d+/);
  });
}

test('without a seeded bug the same program finds nothing in the same worlds', () => {
  const made = run('antre-sabotaged', [...few, '--sabotage', 'none']);
  assert.equal(made.code, 0, made.err);
});

test('the program that is shipped has no seeded bugs', () => {
  const made = run('antre', ['--days', '1', '--sabotage', 'broken_chain']);
  assert.equal(made.code, 1);
  assert.match(made.err, /antre-sabotaged/);
});

test('what it does not know is refused as usage', () => {
  assert.equal(run('antre', ['--faults', 'rain']).code, 2);
  assert.equal(run('antre', ['--days', '0']).code, 2);
});
