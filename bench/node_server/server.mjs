// The same work in Node, as a careful team would write it: Fastify and better-sqlite3, and all that
// has come in while the last commit ran is committed together, synced, before it is answered. A
// place is a counter of its office; a booking writes the counter, its row, a message and a line of
// the journal.
//
//   node server.mjs DATABASE PORT APP_SECRET

import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import Database from 'better-sqlite3';
import fastify from 'fastify';

const [path, port, secret] = process.argv.slice(2);

const database = new Database(path);
database.pragma('journal_mode = WAL');
database.pragma('synchronous = FULL');
database.exec(`
  CREATE TABLE IF NOT EXISTS office (slug TEXT PRIMARY KEY, taken INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS booking (
    id INTEGER PRIMARY KEY, key TEXT UNIQUE, office TEXT NOT NULL, number INTEGER NOT NULL,
    phone TEXT NOT NULL, who TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS outbox (id INTEGER PRIMARY KEY, content TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS journal (id INTEGER PRIMARY KEY, line TEXT NOT NULL);
`);
const take = database.prepare(
  `INSERT INTO office VALUES (?, 1) ON CONFLICT DO UPDATE SET taken = taken + 1 RETURNING taken`,
);
const book = database.prepare(
  `INSERT INTO booking (key, office, number, phone, who) VALUES (?, ?, ?, ?, ?)
   ON CONFLICT DO NOTHING`,
);
const queue = database.prepare(`INSERT INTO outbox (content) VALUES (?)`);
const note = database.prepare(`INSERT INTO journal (line) VALUES (?)`);

let journalHash = '';
function keep({ key, office, phone, who }) {
  const { taken } = take.get(office);
  book.run(key, office, taken, phone, who);
  queue.run(JSON.stringify({ to: phone, text: `Nomor antrean Anda ${taken}, ${who}` }));
  const line = JSON.stringify({ office, taken, kind: 'booked', after: journalHash });
  journalHash = createHash('sha256').update(line).digest('hex');
  note.run(line);
  return taken;
}
const keepAll = database.transaction((batch) => batch.map(({ asked }) => keep(asked)));

let waiting = [];
function commitWaiting() {
  const batch = waiting;
  waiting = [];
  try {
    const numbers = keepAll.immediate(batch);
    for (const [i, { resolve }] of batch.entries()) resolve(numbers[i]);
  } catch (error) {
    for (const { reject } of batch) reject(error);
  }
}
function durable(asked) {
  return new Promise((resolve, reject) => {
    if (waiting.length === 0) setImmediate(commitWaiting);
    waiting.push({ asked, resolve, reject });
  });
}

const server = fastify();
server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) =>
  done(null, body),
);

function isSigned(header, raw) {
  const right = Buffer.from(`sha256=${createHmac('sha256', secret).update(raw).digest('hex')}`);
  const given = Buffer.from(header ?? '');
  return given.length === right.length && timingSafeEqual(given, right);
}

server.get('/readyz', async () => 'ok\n');

server.post('/webhooks/whatsapp', async (request, reply) => {
  if (!isSigned(request.headers['x-hub-signature-256'], request.body)) {
    return reply.code(401).send();
  }
  const { value } = JSON.parse(request.body).entry[0].changes[0];
  const [message] = value.messages;
  await durable({
    key: message.id,
    office: value.metadata.phone_number_id,
    phone: message.from,
    who: message.text.body,
  });
  return reply.code(200).send();
});

server.post('/api/v1/offices/:slug/bookings', async (request, reply) => {
  const { people, phone } = JSON.parse(request.body);
  const number = await durable({
    key: request.headers['idempotency-key'],
    office: request.params.slug,
    phone,
    who: `${people[0].name} ${people[0].birth_date}`,
  });
  return reply.code(201).send({ office: request.params.slug, status: 'booked', number });
});

process.on('SIGTERM', () => process.exit(0));
await server.listen({ port: Number(port), host: '127.0.0.1' });
