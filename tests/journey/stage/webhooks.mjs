// Webhooks as Meta sends them, and what came of each.

import { createHash, createHmac } from 'node:crypto';
import { connect } from 'node:net';
import { jakarta, secret, sleep } from './house.mjs';

export const sign = (raw) => `sha256=${createHmac('sha256', secret).update(raw).digest('hex')}`;

/** The raw body of one webhook about one number. */
export const bodyOf = (value, number = jakarta) =>
  JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [
      {
        id: '201000000000001',
        changes: [
          {
            field: 'messages',
            value: {
              messaging_product: 'whatsapp',
              metadata: { display_phone_number: '6282200000001', phone_number_id: number },
              ...value,
            },
          },
        ],
      },
    ],
  });

export const text = (id, from, body, more = {}) => ({
  from,
  id,
  timestamp: '1795500000',
  type: 'text',
  text: { body },
  ...more,
});
export const messages = (...list) => bodyOf({ messages: list });
/** The message of 2017: a name, a birth date, the wished day. */
export const formOf = (name, day) => `#${name}#14051990#${day}`;

export class Webhooks {
  /** @param {import('./house.mjs').House} house its server answers; it need not send */
  constructor(house) {
    this.house = house;
  }

  post(raw, headers = {}) {
    return fetch(`${this.house.server}/webhooks/whatsapp`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-hub-signature-256': sign(raw),
        ...headers,
      },
      body: raw,
    });
  }

  /** Sends pieces over a bare socket, one write each, and gives all that comes back. */
  bare(pieces) {
    const { hostname, port } = new URL(this.house.server);
    return new Promise((resolve, reject) => {
      const socket = connect(Number(port), hostname);
      let answer = '';
      socket.on('data', (bytes) => {
        answer += bytes;
      });
      socket.on('close', () => resolve(answer));
      socket.on('error', reject);
      socket.setNoDelay(true);
      for (const piece of pieces) socket.write(piece);
    });
  }

  /** An open day some weeks ahead, as people of 2017 wrote it. */
  async openDay(ahead) {
    const from = new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
    const path = `/offices/jakarta-selatan/availability?service=new&from=${from}&days=14`;
    const { body } = await this.house.api('GET', path);
    return body.days
      .find(({ free }) => free > 0)
      .date.split('-')
      .reverse()
      .join('');
  }

  /** The events of the journal, by the message that caused them; the server rests meanwhile. */
  async effects() {
    await this.house.kill('SIGTERM');
    const lines = this.house.run('journal', 'show', 'jakarta-selatan').trimEnd().split('\n');
    await this.house.serve();
    const rows = lines.map((line) => JSON.parse(line));
    const keyOf = (wamid) => createHash('sha256').update(`wa:${wamid}`).digest('hex').slice(0, 32);
    return {
      count: rows.length,
      of: (wamid) => rows.filter((row) => row.command === keyOf(wamid)).map(({ event }) => event),
    };
  }

  /** Messages waiting for their turn: every reply that was decided, where nothing is sent. */
  async replies() {
    await sleep(50);
    return this.house.metric('antre_messages_waiting');
  }
}
