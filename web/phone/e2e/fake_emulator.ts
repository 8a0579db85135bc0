// A small server with the emulator's control API, for the page's own tests: it keeps phones, chats,
// a standing clock and faults, and answers a few sentences the way an office would.

import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { JsonObject, Message, Phone } from '../src/model/wire';
import { answersTo, qr_picture } from './fake_office';

const content_policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
  "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

const cities = (
  'Jakarta Selatan,Jakarta Timur,Jakarta Pusat,Depok,Bogor,Bandung,Semarang,Surakarta,Yogyakarta,' +
  'Surabaya,Malang,Denpasar,Mataram,Kupang,Makassar,Manado,Palu,Kendari,Ambon,Ternate,Jayapura,' +
  'Sorong,Medan,Padang,Palembang,Batam,Pontianak'
).split(',');

export const first_number = '301000000000001';

export class FakeEmulator {
  now_ms = Date.parse('2026-11-24T01:02:00Z');
  clock = { mode: 'manual', speed: 1 };
  phones: Phone[] = [];
  chats = new Map<string, Message[]>();
  chaos: JsonObject = {};
  deliveries: JsonObject[] = [];
  calls: JsonObject[] = [];
  templates: JsonObject[] = [
    {
      id: '7',
      waba_id: '201',
      name: 'siap',
      language: 'id',
      category: 'UTILITY',
      status: 'APPROVED',
    },
  ];
  requests: { method: string; path: string; body: JsonObject }[] = [];
  private counter = 0;
  private readonly listeners = new Set<ServerResponse>();
  private server: Server | null = null;

  constructor(private readonly web_folder: string) {}

  async start(port = 0): Promise<string> {
    const server = createServer((request, response) => void this.serve(request, response));
    this.server = server;
    await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    for (const listener of this.listeners) listener.end();
    this.listeners.clear();
    const { server } = this;
    this.server = null;
    server?.closeAllConnections();
    await new Promise<void>((done) => (server ? server.close(() => done()) : done()));
  }

  emit(event: string, data: unknown): void {
    for (const listener of this.listeners) {
      listener.write(`event: ${event}\nid: ${++this.counter}\ndata: ${JSON.stringify(data)}\n\n`);
    }
  }

  private numbers() {
    return cities.map((city, index) => ({
      phone_number_id: String(301000000000001 + index),
      display_phone_number: `62215550${String(1001 + index)}`,
      waba_id: '201000000000001',
      verified_name: `Kantor Imigrasi ${city}`,
    }));
  }

  private nowIso(): string {
    return new Date(this.now_ms).toISOString();
  }

  chat(wa_id: string, number: string): Message[] {
    const key = `${wa_id}|${number}`;
    const chat = this.chats.get(key) ?? [];
    this.chats.set(key, chat);
    return chat;
  }

  // Adds a message to a chat as if sent just now, and tells the page.
  say(wa_id: string, number: string, message: Partial<Message> & { type: string }): Message {
    const whole: Message = {
      id: `wamid.FAKE${++this.counter}`,
      direction: 'out',
      at: this.nowIso(),
      body: {},
      status: null,
      error: null,
      context: null,
      media_url: null,
      opaque: null,
      price: null,
      ...message,
    };
    this.chat(wa_id, number).push(whole);
    this.emit('message', { wa_id, phone_number_id: number, message: whole });
    return whole;
  }

  setStatus(wa_id: string, number: string, message: Message, status: Message['status']): void {
    message.status = status;
    const { id, error } = message;
    this.emit('status', { wa_id, phone_number_id: number, id, status, error });
  }

  private log(wa_id: string, said: Message): void {
    const body = { object: 'whatsapp_business_account', entry: [{ id: wa_id, message: said.id }] };
    const attempts = [{ at: this.nowIso(), status: 200, error: null }];
    const delivery = {
      id: `d${++this.counter}`,
      at: this.nowIso(),
      attempts,
      state: 'delivered',
      field: 'messages',
      summary: `${said.type} dari ${wa_id}`,
      body,
    };
    this.deliveries.unshift(delivery);
    this.emit('delivery', delivery);
  }

  private send(wa_id: string, order: JsonObject): { id: string } {
    const { number, type: sent_type, context, times: _times, ...rest } = order;
    const kind = String(sent_type);
    const tap = kind === 'button_reply' || kind === 'list_reply';
    const names: Record<string, string> = { template_button: 'button', voice: 'audio' };
    const type = tap ? 'interactive' : (names[kind] ?? kind);
    const part = tap ? { type: kind, [kind]: rest } : (rest[kind] ?? rest);
    const body: JsonObject = { from: wa_id, type, [type]: part as JsonObject };
    const pnid = String(number);
    const said = this.say(wa_id, pnid, {
      type,
      body,
      direction: 'in',
      context: context ? String(context) : null,
    });
    this.log(wa_id, said);
    this.emit('typing', { wa_id, phone_number_id: pnid });
    const phone = this.phones.find((one) => one.wa_id === wa_id);
    setTimeout(() => {
      this.setStatus(wa_id, pnid, said, 'read');
      for (const answer of answersTo(said)) this.answer(phone, pnid, answer);
    }, 60);
    return { id: said.id };
  }

  private answer(
    phone: Phone | undefined,
    number: string,
    answer: Partial<Message> & { type: string },
  ) {
    if (!phone) return;
    const refused = phone.blocked.includes(number);
    const message = this.say(phone.wa_id, number, { status: 'sent', ...answer });
    const call = {
      id: `c${++this.counter}`,
      at: this.nowIso(),
      method: 'POST',
      path: `/v25.0/${number}/messages`,
      request: { type: answer.type, ...answer.body },
      status: 200,
      response: { messages: [{ id: message.id }] },
    };
    this.calls.unshift(call);
    this.emit('call', call);
    if (message.status === 'failed') return;
    if (refused) {
      message.error = { code: 131026, title: 'Message undeliverable' };
      this.setStatus(phone.wa_id, number, message, 'failed');
    } else if (phone.online) {
      this.setStatus(phone.wa_id, number, message, 'delivered');
    }
  }

  private setPhone(phone: Phone, change: Partial<Phone>): Phone {
    Object.assign(phone, change);
    this.emit('phone', phone);
    return phone;
  }

  private addPhone(name: string): Phone {
    const place = this.phones.length + 1;
    const phone: Phone = {
      wa_id: `62812555001${String(place).padStart(2, '0')}`,
      user_id: `ID.4000000000000000${place}`,
      name,
      username: null,
      shows_phone: true,
      online: true,
      read_receipts: true,
      blocked: [],
      text_only: false,
    };
    this.phones.push(phone);
    this.emit('phone', phone);
    return phone;
  }

  private markRead(phone: Phone, number: string): void {
    if (!phone.read_receipts) return;
    for (const message of this.chat(phone.wa_id, number)) {
      if (message.direction === 'out' && message.status === 'delivered') {
        this.setStatus(phone.wa_id, number, message, 'read');
      }
    }
  }

  private setClock(order: JsonObject) {
    if (typeof order.advance_ms === 'number') this.now_ms += order.advance_ms;
    if (typeof order.to === 'string') this.now_ms = Date.parse(order.to);
    if (typeof order.mode === 'string') {
      this.clock = { mode: order.mode, speed: Number(order.speed ?? 1) };
    }
    const report = { now: this.nowIso(), ...this.clock };
    this.emit('clock', report);
    return report;
  }

  private setChaos(chaos: JsonObject): JsonObject {
    this.chaos = chaos;
    this.emit('chaos', chaos);
    return chaos;
  }

  private state() {
    return {
      now: this.nowIso(),
      clock: this.clock,
      numbers: this.numbers(),
      phones: this.phones,
      chaos: this.chaos,
      meter: { service_messages: 12, free_left: 988, templates: 1, billable: 1 },
    };
  }

  private ofPhone(method: string, parts: string[], body: JsonObject): unknown {
    const phone = this.phones.find((one) => one.wa_id === parts[1]);
    if (!phone) return undefined;
    const [, wa_id = '', what, number = ''] = parts;
    if (method === 'PATCH') return this.setPhone(phone, body as Partial<Phone>);
    if (what === 'chats') return { messages: this.chat(wa_id, number) };
    if (what === 'send') return this.send(wa_id, body);
    if (what === 'read') return this.markRead(phone, String(body.number)) ?? {};
    if (what === 'change_number') return this.setPhone(phone, { wa_id: String(body.wa_id) });
    if (what === 'change_user_id') return this.setPhone(phone, { user_id: `ID.${this.now_ms}` });
    return undefined;
  }

  private ofTemplates(parts: string[], body: JsonObject): unknown {
    const one = this.templates.find(({ id }) => id === parts[1]);
    if (one) one.status = body.status ?? null;
    return parts.length === 1 ? { templates: this.templates } : one;
  }

  private route(method: string, parts: string[], body: JsonObject): unknown {
    switch (parts[0]) {
      case 'state':
        return this.state();
      case 'phones':
        return parts.length === 1
          ? this.addPhone(String(body.name))
          : this.ofPhone(method, parts, body);
      case 'deliveries':
        return parts[2] === 'replay' ? {} : this.deliveries;
      case 'calls':
        return this.calls;
      case 'templates':
        return this.ofTemplates(parts, body);
      case 'clock':
        return this.setClock(body);
      case 'chaos':
        return this.setChaos(method === 'PUT' ? body : { ...this.chaos, ...body });
      case 'reset':
        this.phones = [];
        this.chats.clear();
        return {};
      default:
        return undefined;
    }
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/');
    if (!path.startsWith('/_emulator/')) return this.file(path, response);
    const parts = path.slice('/_emulator/'.length).split('/');
    if (parts[0] === 'events') return this.listen(request, response);
    if (parts[0] === 'media') {
      response.setHeader('Content-Type', 'image/svg+xml');
      response.end(qr_picture);
      return;
    }
    let text = '';
    for await (const chunk of request) text += String(chunk);
    const body = text === '' ? {} : (JSON.parse(text) as JsonObject);
    const method = request.method ?? 'GET';
    this.requests.push({ method, path, body });
    const answer = this.route(method, parts, body);
    response.statusCode = answer === undefined ? 404 : 200;
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify(answer ?? { error: { message: `nothing at ${path}` } }));
  }

  private listen(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-cache' });
    response.write(': hello\n\n');
    this.listeners.add(response);
    request.on('close', () => this.listeners.delete(response));
  }

  private file(path: string, response: ServerResponse): void {
    const name = path === '/' ? '/index.html' : path;
    try {
      const bytes = readFileSync(join(this.web_folder, name));
      response.setHeader('Content-Type', types[extname(name)] ?? 'application/octet-stream');
      response.setHeader('Content-Security-Policy', content_policy);
      response.end(bytes);
    } catch {
      response.statusCode = 404;
      response.end();
    }
  }
}
