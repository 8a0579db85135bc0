// ./dev bench [--seconds S] [--rounds N] [--json FILE] [--quick]: Antre against itself without
// group commit, against Node and against the floor, all in one interleaved run on one disk; then
// how it starts with a million bookings. Prints a table and the goals, writes JSON and a picture.
// Exit 0 also when a goal is missed; 1 when a server answered wrongly.

import { execFile, execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { cpus, release, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { figuresOf, goalsOf, medians } from './stage/goals.mjs';
import { draw, printGoals, printTable } from './stage/report.mjs';
import { Elsewhere, hasNodeServer, migrate, Running, servers, Template } from './stage/servers.mjs';

const root = join(import.meta.dirname, '..');
const programs = join(root, 'build/bench');
const run = promisify(execFile);

const { values: options } = parseArgs({
  options: {
    seconds: { type: 'string' },
    rounds: { type: 'string' },
    bookings: { type: 'string' },
    json: { type: 'string' },
    quick: { type: 'boolean', default: false },
  },
});
const kept = join(root, 'var/bench');
mkdirSync(kept, { recursive: true });
// A quick run leaves nothing behind and may run beside others.
const state = options.quick ? mkdtempSync(join(tmpdir(), 'antre-bench-')) : kept;
const json = options.json ?? join(kept, options.quick ? 'quick.json' : 'report.json');
const seconds = Number(options.seconds ?? (options.quick ? 0.3 : 2));
const warmSeconds = options.quick ? 0.1 : 0.5;
const rounds = Number(options.rounds ?? (options.quick ? 1 : 3));
const bookings = Number(options.bookings ?? (options.quick ? 2_000 : 1_000_000));
const rate = options.quick ? 500 : 5_000;
const filledDaysMax = 7;
const othersCoresMax = 0.2; // above it the machine is too busy to judge rates

/** Every cell of a round; the servers of one cell run one after another, so that they compare. */
function plan(names) {
  const cells = [];
  const crowds = options.quick ? [8] : [64, 256];
  for (const work of ['rest', 'whatsapp']) {
    for (const offices of options.quick ? ['spread'] : ['spread', 'one']) {
      if (!options.quick) cells.push({ server: 'antre', work, offices, connections: 1, rate: 0 });
      for (const connections of crowds) {
        for (const server of names) cells.push({ server, work, offices, connections, rate: 0 });
      }
      cells.push({ server: 'antre', work, offices, connections: crowds.at(-1), rate });
    }
  }
  return cells;
}

async function load(running, cell, offices, firstPerson = 0, measureSeconds = seconds) {
  const flags = ['--port', running.port, '--offices', offices, '--work', cell.work];
  flags.push('--connections', cell.connections, '--rate', cell.rate, '--seconds', measureSeconds);
  flags.push('--warm-seconds', warmSeconds, '--server-pid', running.pid);
  flags.push('--first-person', firstPerson);
  const { stdout } = await run(join(programs, 'bench_load'), flags.map(String));
  const report = JSON.parse(stdout);
  if (report.requests === 0 || Object.keys(report.wrong).length > 0) {
    throw new WrongAnswer(`${cell.server} answered wrongly: ${stdout}`);
  }
  return report;
}

class WrongAnswer extends Error {}

let current; // the server that runs now: it must not outlive us
async function served(name, database, work) {
  current = await Running.start(name, database, join(state, `${name}.log`));
  try {
    return await work(current);
  } finally {
    await current.end();
    current = undefined;
  }
}

async function measure(cell, template) {
  const folder = mkdtempSync(join(state, 'cell-'));
  const database = join(folder, 'antre.db');
  const isAntre = ['antre', 'naive'].includes(cell.server);
  if (isAntre) template.copyTo(database);
  try {
    return await served(cell.server, database, async (running) => {
      const before = isAntre ? await running.batches() : undefined;
      const elsewhere = new Elsewhere(running.pid);
      const report = await load(running, cell, template.offices[cell.offices]);
      const others_cores = elsewhere.cores(report);
      if (!isAntre) return figuresOf(report, { others_cores });
      const after = await running.batches();
      const batch = (after.commands - before.commands) / (after.batches - before.batches);
      return figuresOf(report, { batch, others_cores });
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const isFresh = (file) =>
  existsSync(file) && Date.now() - statSync(file).mtimeMs < filledDaysMax * 86_400_000;

/** Not so a store that was made by a build with other tables. */
function isUsable(database) {
  if (!isFresh(`${database}.key`)) return false;
  try {
    migrate(database);
    return true;
  } catch {
    return false;
  }
}

/** A store with many bookings, kept for some days: the dates in it grow old. */
function filledStore(template) {
  const database = join(state, `filled-${bookings}.db`);
  if (isUsable(database)) return database;
  console.error(`bench: filling a store with ${bookings.toLocaleString('en')} bookings`);
  template.copyTo(database);
  const fill = [join(programs, 'bench_fill'), database, String(bookings)];
  execFileSync(fill[0], fill.slice(1), { stdio: ['ignore', 'ignore', 'inherit'] });
  utimesSync(`${database}.key`, new Date(), new Date());
  return database;
}

async function measureStart(template) {
  const database = filledStore(template);
  const cell = { server: 'antre', work: 'whatsapp', connections: 64, rate: 0 };
  const runs = [];
  for (let round = 0; round < rounds; round += 1) {
    runs.push(
      await served('antre', database, async (running) => {
        const rss_mb = running.rssMegabytes();
        const firstPerson = bookings + Math.floor(Math.random() * 1e9);
        await load(running, cell, template.offices.spread, firstPerson, 1);
        return { seconds: running.startSeconds, rss_mb, rss_loaded_mb: running.rssMegabytes() };
      }),
    );
  }
  return { bookings, ...medians(runs) };
}

function machine() {
  const { model } = cpus()[0];
  return { processor: model, cores: cpus().length, kernel: release(), node: process.version };
}

async function main() {
  const names = Object.keys(servers).filter((name) => name !== 'node' || hasNodeServer());
  if (!hasNodeServer()) {
    console.error('bench: without Node: its packages are missing (npm ci in bench/node_server)');
  }
  const about = machine();
  const template = new Template(join(state, 'template'));
  const cells = plan(names).map((cell) => ({ ...cell, runs: [] }));
  for (let round = 0; round < rounds; round += 1) {
    for (const cell of cells) cell.runs.push(await measure(cell, template));
    console.error(`bench: round ${round + 1} of ${rounds}`);
  }
  for (const cell of cells) Object.assign(cell, medians(cell.runs));
  const start = await measureStart(template);
  const goals = goalsOf(cells, start);
  const report = {
    at: new Date().toISOString(),
    machine: about,
    seconds,
    rounds,
    cells,
    start,
    goals,
  };
  writeFileSync(json, `${JSON.stringify(report, null, 2)}\n`);
  const picture = json.replace(/(\.json)?$/, '.svg');
  writeFileSync(picture, draw(cells));
  printTable(cells);
  const others = medians(cells).others_cores.toFixed(1);
  console.log(`\nOther work kept ${others} of ${about.cores} cores busy meanwhile.`);
  if (others > othersCoresMax) {
    console.log('So rates and waiting times say little; ratios and processor time say more.');
  }
  console.log(
    `\nStart with ${bookings.toLocaleString('en')} bookings: ${start.seconds.toFixed(2)} s, ` +
      `${start.rss_mb.toFixed(0)} MB, under load ${start.rss_loaded_mb.toFixed(0)} MB`,
  );
  printGoals(goals);
  console.log(`\n${json}\n${picture}`);
}

process.once('exit', () => {
  if (options.quick) rmSync(state, { recursive: true, force: true });
});
process.once('SIGINT', async () => {
  await current?.end();
  process.exit(130);
});
try {
  await main();
} catch (error) {
  console.error(`bench: ${error.message}`);
  process.exitCode = 1;
}
