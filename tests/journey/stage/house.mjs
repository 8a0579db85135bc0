// The real server and the real emulator on free ports, with a store of their own.

import { spawn, spawnSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../../tools/running/program.mjs';

const root = join(import.meta.dirname, '../../..');
const antre = join(root, 'build/bin/antre');
const emulator = join(root, 'build/bin/antre-whatsapp-emulator');
export const secret = 'journey-app-secret-0123456789';
export const jakarta = '301000000000001';

const outputBytesMax = 256 << 20;

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export async function until(what, seconds = 20) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const found = await what().catch(() => undefined);
    if (found !== undefined && found !== false) return found;
    if (Date.now() > end) throw new Error(`not within ${seconds} s: ${what}`);
    await sleep(50);
  }
}

export class House {
  async start() {
    this.state = mkdtempSync(join(tmpdir(), 'antre-journey-'));
    // Far apart from other houses: a killed server's port must not fall to another one's.
    const own = 20_000 + ((process.pid * 10) % 30_000);
    const port = await freePort(own);
    const phones = await freePort(own + 1, [port]);
    this.server = `http://127.0.0.1:${port}`;
    this.phones = `http://127.0.0.1:${phones}`;
    this.env = {
      ...process.env,
      ANTRE_SERVER_LISTEN: `127.0.0.1:${port}`,
      ANTRE_STORE_URL: `sqlite:${join(this.state, 'antre.db')}`,
      ANTRE_WHATSAPP_GRAPH_URL: this.phones,
      ANTRE_WHATSAPP_APP_SECRET: secret,
      ANTRE_WHATSAPP_VERIFY_TOKEN: 'journey verify',
      ANTRE_WHATSAPP_ACCESS_TOKEN: 'journey-token',
      ...this.settings,
    };
    this.run('migrate');
    this.run('admin', 'load', join(root, 'data/demo'));
    this.offices = this.run('admin', 'offices', '--json');
    writeFileSync(join(this.state, 'offices.json'), this.offices);
    this.prepare();
    const flags = ['--listen', `127.0.0.1:${phones}`, '--app-secret', secret];
    flags.push('--callback', `${this.server}/webhooks/whatsapp`);
    flags.push('--verify-token', 'journey verify', '--access-token', 'journey-token');
    flags.push('--numbers', join(this.state, 'offices.json'), ...(this.phonesFlags ?? []));
    this.phonesProcess = spawn(emulator, flags, { stdio: 'ignore' });
    await this.serve();
    await until(() => this.control('state'));
  }

  /** What a house of its own needs before its programs start. */
  prepare() {}

  /** Runs the program to its end, however it ends. */
  attempt(...args) {
    return spawnSync(antre, args, { env: this.env, encoding: 'utf8', maxBuffer: outputBytesMax });
  }

  run(...args) {
    const ended = this.attempt(...args);
    if (ended.status !== 0) throw new Error(`antre ${args.join(' ')}: ${ended.stderr}`);
    return ended.stdout;
  }

  async serve() {
    this.serverProcess = spawn(antre, ['serve'], { env: this.env, stdio: 'ignore' });
    await until(async () => (await fetch(`${this.server}/readyz`)).ok);
  }

  async kill(signal = 'SIGKILL') {
    this.serverProcess.kill(signal);
    await once(this.serverProcess, 'exit');
  }

  async stop() {
    await this.kill('SIGTERM');
    this.phonesProcess.kill('SIGKILL');
    rmSync(this.state, { recursive: true, force: true });
  }

  async control(path, body) {
    const options = body && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    };
    const answer = await fetch(`${this.phones}/_emulator/${path}`, options);
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }

  async phone(name) {
    const { wa_id } = await this.control('phones', { name });
    return new Phone(this, wa_id);
  }

  /** POSTs a webhook as a stranger or as Meta would. */
  webhook(body, signature) {
    const raw = JSON.stringify(body);
    const good = `sha256=${createHmac('sha256', secret).update(raw).digest('hex')}`;
    return fetch(`${this.server}/webhooks/whatsapp`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-hub-signature-256': signature ?? good },
      body: raw,
    });
  }

  async metric(name) {
    const text = await (await fetch(`${this.server}/metrics`)).text();
    const line = text.split('\n').find((each) => each.startsWith(`${name} `));
    return line === undefined ? 0 : Number(line.split(' ')[1]);
  }

  async api(method, path, body, headers = {}) {
    const answer = await fetch(`${this.server}/api/v1${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      body: body && JSON.stringify(body),
    });
    return { status: answer.status, body: await answer.json() };
  }
}

class Phone {
  constructor(house, waId) {
    this.house = house;
    this.waId = waId;
  }

  chat() {
    return this.house.control(`phones/${this.waId}/chats/${jakarta}`);
  }

  async heard() {
    return (await this.chat()).messages.filter(({ direction }) => direction === 'out');
  }

  async send(body) {
    await this.house.control(`phones/${this.waId}/send`, { number: jakarta, ...body });
  }

  /** Says something and gives the next answer. */
  async ask(body) {
    const before = (await this.heard()).length;
    await this.send(typeof body === 'string' ? { type: 'text', text: { body } } : body);
    return until(async () => (await this.heard())[before]);
  }

  /** Taps the button with this title on a message. */
  tap(message, title) {
    const { buttons } = message.body.action;
    const { reply } = buttons.find((button) => button.reply.title === title);
    return this.ask({ type: 'button_reply', context: message.id, ...reply });
  }
}

export const textOf = (message) =>
  message.type === 'interactive' ? message.body.body.text : (message.body.body ?? '');
