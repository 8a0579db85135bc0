// Starts the real program and a small HTTP receiver for its webhooks, and plays the phones.

import { spawn } from 'node:child_process';
import http from 'node:http';
import { once } from 'node:events';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const app_secret = 'conformance-secret';
export const verify_token = 'conformance verify & token';
export const access_token = 'conformance-token';
export const office = '301000000000001';
export const account = '201000000000001';
export const amina = '6281100000001';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const program =
  process.env.ANTRE_EMULATOR ?? path.join(root, 'build/bin/antre-whatsapp-emulator');

// Collects what arrives; `answer` decides the reply and may be replaced by a test.
export class Receiver {
  requests = [];
  answer = async () => new Response('ok');
  #waiters = [];

  async start() {
    this.server = http.createServer(async (request, response) => {
      const chunks = [];
      for await (const chunk of request) chunks.push(chunk);
      const raw = Buffer.concat(chunks);
      const seen = { method: request.method, url: request.url, headers: request.headers, raw };
      const reply = await this.answer(seen, this.#asFetchRequest(seen));
      response.writeHead(reply.status, Object.fromEntries(reply.headers));
      response.end(Buffer.from(await reply.arrayBuffer()));
      this.requests.push({ ...seen, status: reply.status });
      this.#waiters.forEach((wake) => wake());
    });
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    this.url = `http://127.0.0.1:${this.server.address().port}/webhook`;
  }

  // The first request for which `is_wanted` holds, already here or still to come.
  async next(is_wanted, wait_ms = 5000) {
    const until = Date.now() + wait_ms;
    for (;;) {
      const found = this.requests.find(is_wanted);
      if (found) return found;
      if (Date.now() > until) throw new Error('no such webhook came');
      await Promise.race([
        new Promise((wake) => this.#waiters.push(wake)),
        new Promise((wake) => setTimeout(wake, 100)),
      ]);
    }
  }

  #asFetchRequest({ method, url, headers, raw }) {
    const body = method === 'GET' ? undefined : raw;
    return new Request(new URL(url, this.url), { method, headers, body });
  }

  stop() {
    this.server.closeAllConnections();
    this.server.close();
  }
}

export class Emulator {
  async start(callback, ...more) {
    this.process = spawn(
      program,
      ['--listen', '127.0.0.1:0', '--callback', callback, '--app-secret', app_secret,
        '--verify-token', verify_token, '--access-token', access_token,
        '--review-delay-ms', '0', ...more],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const [line] = await once(this.process.stdout, 'data');
    this.url = /http:\S+/.exec(String(line))[0];
  }

  async control(method, path, body) {
    const response = await fetch(`${this.url}/_emulator${path}`, {
      method,
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const answer = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${answer.error}`);
    return answer;
  }

  addPhone(wa_id = amina, name = 'Amina Diallo') {
    return this.control('POST', '/phones', { name, wa_id });
  }

  async says(body, wa_id = amina) {
    const text = { number: office, type: 'text', text: { body } };
    return (await this.control('POST', `/phones/${wa_id}/send`, text)).id;
  }

  async chat(wa_id = amina) {
    return (await this.control('GET', `/phones/${wa_id}/chats/${office}`)).messages;
  }

  graph(method, path, body, token = access_token) {
    return fetch(`${this.url}/v26.0/${path}`, {
      method,
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  }

  async stop() {
    this.process.kill('SIGTERM');
    const [code] = await once(this.process, 'exit');
    return code;
  }
}

export const messagesIn = ({ raw }) =>
  JSON.parse(raw).entry.flatMap((entry) =>
    entry.changes.flatMap((change) => change.value.messages ?? []),
  );

export const bodyIs = (text) => (request) =>
  request.method === 'POST' &&
  messagesIn(request).some((message) => message.text?.body === text);

// A body with everything that breaks careless signature checks.
export const hard_text = 'Bonjour, je veux un rendez-vous é à ü 😀 http://x.example/a?b=1 @me';
