// Starting, watching and ending the programs of a demo, and finding them a free port.

import { execFileSync, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';

const endSecondsMax = 10;
const portTriesMax = 50;
const askMilliseconds = 100;
const answerMilliseconds = 2000;

function canListen(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/** The first free port of the loopback from `wanted` upwards that is not in `except`. */
export async function freePort(wanted, except = []) {
  for (let port = wanted; port < wanted + portTriesMax; port += 1) {
    if (!except.includes(port) && (await canListen(port))) return port;
  }
  throw new Error(`no port between ${wanted} and ${wanted + portTriesMax - 1} is free`);
}

/** Runs a program to its end and gives what it wrote; what it complained about is the error. */
export function runToEnd(command, env) {
  const [program, ...args] = command;
  try {
    return execFileSync(program, args, { env, encoding: 'utf8', maxBuffer: 64 << 20 });
  } catch (error) {
    const reason = (error.stderr ?? '').trim() || error.message;
    throw new Error(`${command.join(' ')}\n${reason}`);
  }
}

/** A program in the background whose output goes to a log. */
export class Program {
  constructor(name, command, { env, log }) {
    const output = openSync(log, 'a');
    const [program, ...args] = command;
    this.name = name;
    this.log = log;
    this.child = spawn(program, args, { env, stdio: ['ignore', output, output], detached: true });
    closeSync(output);
    this.ended = new Promise((resolve) => {
      this.child.once('error', (error) => resolve(`could not start: ${error.message}`));
      this.child.once('exit', (code, signal) =>
        resolve(signal === null ? `exited with ${code}` : `was ended by ${signal}`),
      );
    });
    this.isRunning = true;
    this.ended.then(() => {
      this.isRunning = false;
    });
  }

  /** Waits until `url` answers 200. Fails when the program ends first, or after `seconds`. */
  async answers(url, seconds) {
    const deadline = Date.now() + seconds * 1000;
    while (Date.now() < deadline) {
      if (!this.isRunning) throw new Error(`${this.name} ${await this.ended}\n${this.lastWords()}`);
      if (await isOk(url)) return;
      await new Promise((resolve) => setTimeout(resolve, askMilliseconds));
    }
    throw new Error(`${this.name} did not answer ${url} in ${seconds} s\n${this.lastWords()}`);
  }

  lastWords() {
    const text = existsSync(this.log) ? readFileSync(this.log, 'utf8').trimEnd() : '';
    return `the end of ${this.log}:\n${text.split('\n').slice(-15).join('\n')}`;
  }

  /** Asks the program to end, and ends it if it does not. */
  async end() {
    if (!this.isRunning) return;
    this.child.kill('SIGTERM');
    const force = setTimeout(() => this.child.kill('SIGKILL'), endSecondsMax * 1000);
    await this.ended;
    clearTimeout(force);
  }
}

async function isOk(url) {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(answerMilliseconds) });
    await answer.arrayBuffer();
    return answer.status === 200;
  } catch {
    return false;
  }
}
