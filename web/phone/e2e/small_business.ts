// A business of a few lines: it answers what people write over the Cloud API, so that the page can be
// tried against the real emulator without the server this repository builds.

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { JsonObject } from '../src/model/wire';

const menu_body = {
  type: 'list',
  body: { text: '1. Antrean saya\n2. Syarat dokumen' },
  action: {
    button: 'Buka menu',
    sections: [{ title: 'Antrean', rows: [{ id: 'm1', title: 'Antrean saya' }] }],
  },
};

const hello_body = {
  type: 'button',
  header: { type: 'text', text: 'Antrean Paspor' },
  body: { text: 'Selamat pagi di *kantor*.' },
  footer: { text: 'Ketik MENU' },
  action: { buttons: [{ type: 'reply', reply: { id: 'v1:menu', title: 'Menu lain' } }] },
};

function answerTo(message: JsonObject): JsonObject | null {
  const text = message.text as JsonObject | undefined;
  const interactive = message.interactive as JsonObject | undefined;
  if (text?.body === 'halo') return { type: 'interactive', interactive: hello_body };
  if (interactive?.button_reply) return { type: 'interactive', interactive: menu_body };
  if (interactive?.list_reply) return { type: 'text', text: { body: 'Nomor: *A-017*' } };
  if (message.type === 'reaction') return null;
  return { type: 'text', text: { body: `Kami menerima: ${String(message.type)}` } };
}

function messagesIn(webhook: JsonObject): { from: string; number: string; message: JsonObject }[] {
  const entries = webhook.entry as { changes: { value: JsonObject }[] }[];
  return entries.flatMap((entry) =>
    entry.changes.flatMap(({ value }) =>
      ((value.messages ?? []) as JsonObject[]).map((message) => ({
        from: String(message.from),
        number: String((value.metadata as JsonObject).phone_number_id),
        message,
      })),
    ),
  );
}

export class SmallBusiness {
  graph_url = '';
  heard: JsonObject[] = [];
  private readonly seen = new Set<string>();
  private server: Server | null = null;

  constructor(private readonly token: string) {}

  // Gives the callback address to hand to the emulator.
  async start(): Promise<string> {
    const server = createServer(async (request, response) => {
      let text = '';
      for await (const chunk of request) text += String(chunk);
      response.end();
      if (request.method !== 'POST') return;
      for (const one of messagesIn(JSON.parse(text) as JsonObject)) {
        const id = String(one.message.id);
        if (this.seen.has(id)) continue;
        this.seen.add(id);
        this.heard.push(one.message);
        await this.reply(one.from, one.number, one.message);
      }
    });
    this.server = server;
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`;
  }

  async stop(): Promise<void> {
    const { server } = this;
    server?.closeAllConnections();
    await new Promise<void>((done) => (server ? server.close(() => done()) : done()));
  }

  private async post(number: string, body: JsonObject): Promise<void> {
    await fetch(`${this.graph_url}/v25.0/${number}/messages`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${this.token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ messaging_product: 'whatsapp', ...body }),
    });
  }

  private async reply(to: string, number: string, message: JsonObject): Promise<void> {
    const typing_indicator = { type: 'text' };
    await this.post(number, { status: 'read', message_id: message.id ?? '', typing_indicator });
    const answer = answerTo(message);
    if (answer) await this.post(number, { recipient_type: 'individual', to, ...answer });
  }
}
