// Makers of wire values for tests: a plain one, changed where the test cares.

import type { Message, Phone } from './wire';

export function aMessage(change: Partial<Message> = {}): Message {
  return {
    id: 'wamid.1',
    direction: 'out',
    at: '2026-11-24T01:00:00Z',
    type: 'text',
    body: { body: 'Selamat pagi' },
    status: null,
    error: null,
    context: null,
    media_url: null,
    opaque: null,
    price: null,
    ...change,
  };
}

export function aPhone(change: Partial<Phone> = {}): Phone {
  return {
    wa_id: '6281',
    user_id: 'ID.1',
    name: 'Siti Rahayu',
    username: null,
    shows_phone: true,
    online: true,
    read_receipts: true,
    blocked: [],
    text_only: false,
    ...change,
  };
}
