// ./dev bench --quick from end to end: its figures are of no use, its answers and its report are.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '../..');

test('the benchmark gets right answers from every server and writes its report', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-test-'));
  try {
    const json = join(folder, 'report.json');
    const ended = spawnSync('node', ['bench/run.mjs', '--quick', '--json', json], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1' },
    });
    assert.equal(ended.status, 0, ended.stderr);
    const { cells, start, goals } = JSON.parse(readFileSync(json, 'utf8'));
    for (const server of ['antre', 'naive', 'floor']) {
      for (const work of ['rest', 'whatsapp']) {
        const cell = cells.find((each) => each.server === server && each.work === work);
        assert.ok(cell.throughput > 0, `${server} ${work}`);
      }
    }
    assert.ok(start.seconds > 0 && start.rss_mb > 0);
    assert.ok(goals.every(({ is_met }) => typeof is_met === 'boolean'));
    assert.match(readFileSync(join(folder, 'report.svg'), 'utf8'), /^<svg .*<\/svg>\n$/s);
    assert.match(ended.stdout, /WhatsApp booking, 26 offices, 8 connections/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
