// ./dev run with two small programs in place of the real ones (tests/journey has the real ones).

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { freePort } from '../running/program.mjs';

const script = join(import.meta.dirname, '../run.mjs');
const programs = join(import.meta.dirname, 'programs');

function run(state, flags, env = {}) {
  const args = [script, `--programs=${programs}`, `--state=${state}`, ...flags];
  const child = spawn('node', args, { env: { ...process.env, ...env } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (bytes) => {
      output += bytes;
    });
  }
  const ended = new Promise((resolve) => {
    child.once('exit', (code) => resolve(code));
  });
  const says = async (text) => {
    const deadline = Date.now() + 20_000;
    while (!output.includes(text)) {
      assert.ok(Date.now() < deadline, `no '${text}' in: ${output}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  return { child, ended, says, output: () => output };
}

async function inState(work) {
  const state = mkdtempSync(join(tmpdir(), 'run-test-'));
  try {
    await work(state);
  } finally {
    rmSync(state, { recursive: true, force: true });
  }
}

test('check greets an office, prints its answer and ends both programs', () =>
  inState(async (state) => {
    const house = run(state, ['--check']);
    assert.equal(await house.ended, 0, house.output());
    assert.match(house.output(), /Batam answered a greeting with text: Selamat datang/);
    assert.ok(!existsSync(join(state, 'run.json')));
  }));

test('run prints the addresses, keeps the offices and ends at Ctrl-C', () =>
  inState(async (state) => {
    const house = run(state, []);
    await house.says('Ctrl-C ends it');
    const { server, pid } = JSON.parse(readFileSync(join(state, 'run.json'), 'utf8'));
    assert.equal(pid, house.child.pid);
    assert.equal((await fetch(`${server}readyz`)).status, 200);
    assert.equal(JSON.parse(readFileSync(join(state, 'offices.json'), 'utf8'))[0].name, 'Batam');
    house.child.kill('SIGINT');
    assert.equal(await house.ended, 0);
    await assert.rejects(fetch(`${server}readyz`));
  }));

test('second run of the same state says that one is there and leaves it alone', () =>
  inState(async (state) => {
    const first = run(state, []);
    await first.says('Ctrl-C ends it');
    const second = run(state, []);
    assert.equal(await second.ended, 1);
    assert.match(second.output(), /it is running already/);
    assert.ok(existsSync(join(state, 'run.json')));
    first.child.kill('SIGTERM');
    assert.equal(await first.ended, 0);
  }));

test('server that ends at once is reported with its last words', () =>
  inState(async (state) => {
    const house = run(state, ['--check'], { FAKE_SERVER: 'dies' });
    assert.equal(await house.ended, 1);
    assert.match(house.output(), /server exited with 1/);
    assert.match(house.output(), /the key store.url is wrong/);
  }));

test('taken port gives the next free one', async () => {
  const server = createServer();
  await new Promise((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address();
  const next = await freePort(port);
  assert.ok(next > port);
  assert.notEqual(await freePort(port, [next]), next);
  server.close();
});
