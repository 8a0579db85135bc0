// The servers of the benchmark: each starts in a folder of its own with an empty store, says how to
// reach it, and ends. All store on the same disk and sync before they answer.

import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { freePort, Program } from '../../tools/running/program.mjs';

const root = join(import.meta.dirname, '../..');
const antre = join(root, 'build/bin/antre');
const nodeServer = join(root, 'bench/node_server');
const appSecret = 'bench-app-secret-0123456789'; // as in bench/mac.h
const startSecondsMax = 60;
const firstPort = 18_000;

const antreEnv = (database, port, settings) => ({
  ...process.env,
  ANTRE_SERVER_LISTEN: `127.0.0.1:${port}`,
  ANTRE_STORE_URL: `sqlite:${database}`,
  ANTRE_WHATSAPP_APP_SECRET: appSecret,
  ANTRE_WHATSAPP_VERIFY_TOKEN: 'bench verify',
  ANTRE_WHATSAPP_ACCESS_TOKEN: 'bench-token',
  ANTRE_WHATSAPP_SEND: 'false', // tickets are queued durably; sending them is not measured here
  ...settings,
});

function runAntre(database, ...args) {
  return execFileSync(antre, args, { env: antreEnv(database, 1), encoding: 'utf8' });
}

export const migrate = (database) => runAntre(database, 'migrate');

/** The files that make a store. */
const storeEndings = ['', '-wal', '-shm', '.key', '.lock'];

/** A store with the 26 demo offices and nobody in it, and the offices as bench_load reads them. */
export class Template {
  constructor(folder) {
    mkdirSync(folder, { recursive: true });
    this.database = join(folder, 'antre.db');
    for (const ending of storeEndings) {
      rmSync(this.database + ending, { force: true });
    }
    migrate(this.database);
    runAntre(this.database, 'admin', 'load', join(root, 'data/demo'));
    const offices = JSON.parse(runAntre(this.database, 'admin', 'offices', '--json'));
    const line = ({ id, phone_number_id, waba_id }) => `${id} ${phone_number_id} ${waba_id}\n`;
    this.offices = { spread: join(folder, 'spread.txt'), one: join(folder, 'one.txt') };
    writeFileSync(this.offices.spread, offices.map(line).join(''));
    writeFileSync(this.offices.one, line(offices.find(({ id }) => id === 'jakarta-selatan')));
  }

  copyTo(database) {
    for (const ending of storeEndings) {
      rmSync(database + ending, { force: true });
      const isCopied = ['', '-wal', '.key'].includes(ending);
      if (isCopied && existsSync(this.database + ending)) {
        copyFileSync(this.database + ending, database + ending);
      }
    }
  }
}

const antreCommand = (database, port, settings = {}) => ({
  command: [antre, 'serve'],
  env: antreEnv(database, port, settings),
});

/** By name: the command that serves `database` on `port`. */
export const servers = {
  antre: antreCommand,
  naive: (database, port) => antreCommand(database, port, { ANTRE_ENGINE_BATCH_MAX: '1' }),
  node: (database, port) => ({
    command: ['node', join(nodeServer, 'server.mjs'), database, String(port), appSecret],
    env: process.env,
  }),
  floor: (database, port) => ({
    command: [join(root, 'build/bench/bench_floor'), database, String(port)],
    env: process.env,
  }),
};

export const hasNodeServer = () =>
  existsSync(join(nodeServer, 'node_modules/better-sqlite3/build'));

function accepts(port) {
  return new Promise((resolve) => {
    const socket = createConnection(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

/** A server that runs on a database. */
export class Running {
  static async start(name, database, log) {
    const running = new Running();
    running.port = await freePort(firstPort);
    const { command, env } = servers[name](database, running.port);
    const began = performance.now();
    running.program = new Program(name, command, { env, log });
    while (!(await accepts(running.port))) {
      const waited = performance.now() - began;
      if (!running.program.isRunning || waited > startSecondsMax * 1000) {
        throw new Error(`${name} does not serve\n${running.program.lastWords()}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    // Antre opens its port only when it is ready.
    running.startSeconds = (performance.now() - began) / 1000;
    return running;
  }

  get pid() {
    return this.program.child.pid;
  }

  rssMegabytes() {
    const status = readFileSync(`/proc/${this.pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)[1]) / 1024;
  }

  /** Commands and batches so far, of Antre. */
  async batches() {
    const text = await (await fetch(`http://127.0.0.1:${this.port}/metrics`)).text();
    const value = (name) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)[1]);
    return {
      commands: value('antre_commands_decided'),
      batches: value('antre_batches_committed'),
    };
  }

  end() {
    return this.program.end();
  }
}

const ticksPerSecond = 100;

/** What the machine does beside a server and its load, from here until `cores` is asked. */
export class Elsewhere {
  constructor(serverPid) {
    this.serverPid = serverPid;
    this.busy = busySeconds();
    this.ours = processSeconds(serverPid);
    this.began = performance.now();
  }

  /** Cores that were busy with other things. The warm-up counts, the load's own share is known. */
  cores({ own_cpu_seconds, seconds }) {
    const wall = (performance.now() - this.began) / 1000;
    const load = (own_cpu_seconds / seconds) * wall;
    const server = processSeconds(this.serverPid) - this.ours;
    return Math.max(0, (busySeconds() - this.busy - server - load) / wall);
  }
}

/** All but idle and waiting for the disk. */
function busySeconds() {
  const [line] = readFileSync('/proc/stat', 'utf8').split('\n');
  const [user, nice, system, , , irq, softirq] = line.split(/\s+/).slice(1).map(Number);
  return (user + nice + system + irq + softirq) / ticksPerSecond;
}

function processSeconds(pid) {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}
