// The figures of understanding, counted beforehand on made-up rows, and the report over a program.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { faultsOf, figuresOf, groupedBy, judge, tableOf } from '../understanding/figures.mjs';

const report = join(import.meta.dirname, '../understand_report.mjs');
const book = { text: 'a', intent: 'book', date: '2026-11-25', time: '09:00', count: 2 };

test('fields are right, missing, wrong or invented', () => {
  const row = { ...book, service: 'new', name: 'Siti Rahayu' };
  const answer = { intent: 'book', date: '2026-11-25', count: 3, name: 'SITI RAHAYU', child: true };
  assert.deepEqual(judge(row, answer).fields, {
    date: 'right',
    time: 'missing',
    count: 'wrong',
    name: 'right',
    service: 'missing',
    child: 'invented',
  });
});

test('a field that no rule decides is not judged', () => {
  const row = { text: 'a', intent: 'late', open: ['priority'] };
  assert.deepEqual(judge(row, { intent: 'late', priority: 'elderly' }).fields, {});
});

test('a wrong field counts twice in F1, once as missing and once as too many', () => {
  const wrong = judge({ intent: 'book', count: 2, service: 'new' }, { intent: 'book', count: 3 });
  const right = judge({ intent: 'book', code: '7F3K9Q' }, { intent: 'book', code: '7F3K9Q' });
  // Found 1, faults 2 (count) + 1 (service): 2 * 1 / (2 * 1 + 3).
  assert.equal(figuresOf([wrong, right]).f1, 0.4);
  assert.equal(figuresOf([]).f1, 1);
});

test('a date that is invented is a wrong date', () => {
  const asked = judge(book, book);
  const invented = judge({ intent: 'other' }, { intent: 'other', date: '2026-11-25' });
  const { dates, times, whole } = figuresOf([asked, invented]);
  assert.deepEqual([dates, times, whole], [{ right: 1, all: 2 }, { right: 1, all: 1 }, 1]);
});

test('only another wish read as cancel or stop is a false one', () => {
  const of = (wanted, found) => judge({ intent: wanted }, { intent: found });
  const all = [of('cancel', 'cancel'), of('deny', 'cancel'), of('info', 'opt_out')];
  all.push(of('cancel', 'book'), of('opt_out', 'cancel'), of('deny', 'other'));
  const { destroyed, booked, intents } = figuresOf(all);
  assert.deepEqual([destroyed, booked, intents.right], [3, 1, 1]);
});

test('groups stand in the order of the alphabet and rows without the word in none', () => {
  const rows = [{ tag: 'b' }, { tag: 'a' }, {}, { tag: 'b' }];
  const groups = groupedBy(
    rows.map((row) => judge({ intent: 'menu', ...row }, { intent: 'menu' })),
    'tag',
  );
  assert.deepEqual(
    [...groups].map(([name, some]) => [name, some.length]),
    [
      ['a', 1],
      ['b', 2],
    ],
  );
  assert.equal(
    tableOf('tag', groups).split('\n').at(-1),
    '| b | 100.0 % (2/2) | – | – | – | 100.0 % (2/2) | 0 |',
  );
});

test('a fault says what was expected and what was heard', () => {
  const one = judge(book, { intent: 'cancel', date: '2026-11-26', time: '09:00', child: true });
  assert.equal(
    faultsOf(one),
    'book heard as cancel; date wrong "2026-11-25", heard "2026-11-26"; count missing 2; ' +
      'child invented, heard true',
  );
  assert.equal(faultsOf(judge(book, book)), '');
});

// A program that answers every line with the same words, and a file of three sentences.
function reportOf(answer, options = []) {
  const folder = mkdtempSync(join(tmpdir(), 'understand-report-'));
  try {
    const program = join(folder, 'program');
    const sentences = join(folder, 'sentences.jsonl');
    writeFileSync(program, `#!/bin/sh\nwhile read -r line; do echo '${answer}'; done\n`);
    chmodSync(program, 0o755);
    const rows = ['cancel', 'deny', 'thanks'].map((intent) => ({ text: intent, intent }));
    writeFileSync(sentences, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
    return spawnSync(process.execPath, [report, sentences, `--program=${program}`, ...options], {
      encoding: 'utf8',
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('the report names each false cancel and ends with 1', () => {
  const { status, stdout } = reportOf('{"intent":"cancel"}', ['--faults']);
  assert.equal(status, 1);
  assert.match(stdout, /^\| all \| 33\.3 % \(1\/3\) /m);
  assert.match(stdout, /^- line 2, deny heard as cancel: deny$/m);
  assert.match(stdout, /^Not wholly right: 2$/m);
});

test('the report ends with 0 when nothing is destroyed and with 2 when it cannot work', () => {
  assert.equal(reportOf('{"intent":"menu"}').status, 0);
  const unread = reportOf('{"error":"this line is not JSON"}');
  assert.deepEqual([unread.status, unread.stdout], [2, '']);
  assert.match(unread.stderr, /line 1: this line is not JSON/);
  assert.equal(spawnSync(process.execPath, [report]).status, 2);
});
