// The page's picture of the emulator: one value, changed only by the pure functions below. What the
// server says twice (an answer and an event, or an event replayed after a reconnect) changes nothing.

import type {
  BusinessNumber,
  Call,
  Chaos,
  ClockSetting,
  Delivery,
  DeliveryStatus,
  EmulatorState,
  LiveEvent,
  Message,
  MessageError,
  Meter,
  Phone,
} from './wire';

// Newest records kept of each log; older ones stay on the emulator.
export const log_records_max = 300;

export interface World {
  numbers: BusinessNumber[];
  phones: Phone[];
  chats: Record<string, Message[]>;
  // When the other side was last seen typing, in the page's own milliseconds.
  typing: Record<string, number>;
  now: string;
  now_seen_at_ms: number;
  clock: ClockSetting;
  chaos: Partial<Chaos>;
  meter: Meter;
  deliveries: Delivery[];
  calls: Call[];
}

export const empty_world: World = {
  numbers: [],
  phones: [],
  chats: {},
  typing: {},
  now: '1970-01-01T00:00:00Z',
  now_seen_at_ms: 0,
  clock: { mode: 'real', speed: 1 },
  chaos: {},
  meter: { service_messages: 0, free_left: 0, templates: 0, billable: 0 },
  deliveries: [],
  calls: [],
};

export function chatKey(wa_id: string, phone_number_id: string): string {
  return `${wa_id}|${phone_number_id}`;
}

export function withState(world: World, state: EmulatorState, seen_at_ms: number): World {
  return {
    ...world,
    numbers: state.numbers,
    phones: state.phones,
    chaos: state.chaos,
    meter: state.meter,
    clock: state.clock,
    now: state.now,
    now_seen_at_ms: seen_at_ms,
  };
}

export function withPhone(world: World, phone: Phone): World {
  const known = world.phones.some((one) => one.wa_id === phone.wa_id);
  const phones = known
    ? world.phones.map((one) => (one.wa_id === phone.wa_id ? phone : one))
    : [...world.phones, phone];
  return { ...world, phones };
}

// A person who changed their number keeps their place. The platform gives them a new user id too, so
// only who asked for the change knows that both are one.
export function withMoved(world: World, old_wa_id: string, phone: Phone): World {
  const phones = world.phones
    .filter((one) => one.wa_id !== phone.wa_id || one.wa_id === old_wa_id)
    .map((one) => (one.wa_id === old_wa_id ? phone : one));
  return { ...world, phones };
}

// A loaded chat replaces what is known, but keeps messages that arrived while it was being loaded.
export function withChat(world: World, key: string, loaded: Message[]): World {
  const ids = new Set(loaded.map((message) => message.id));
  const last_at = loaded.at(-1)?.at ?? '';
  const newer = (world.chats[key] ?? []).filter((one) => !ids.has(one.id) && one.at >= last_at);
  return { ...world, chats: { ...world.chats, [key]: [...loaded, ...newer] } };
}

export function withMessage(world: World, key: string, message: Message): World {
  const chat = world.chats[key] ?? [];
  const known = chat.find((one) => one.id === message.id);
  const next = known
    ? chat.map((one) => (one.id === message.id ? laterStatus(one, message) : one))
    : [...chat, message];
  const typing = { ...world.typing };
  if (message.direction === 'out') delete typing[key];
  return { ...world, typing, chats: { ...world.chats, [key]: next } };
}

const ladder: (DeliveryStatus | null)[] = [null, 'sent', 'delivered', 'read'];

function isLater(status: DeliveryStatus | null, than: DeliveryStatus | null): boolean {
  if (status === 'failed') return than !== 'delivered' && than !== 'read';
  if (than === 'failed') return false;
  return ladder.indexOf(status) > ladder.indexOf(than);
}

function laterStatus(known: Message, heard: Message): Message {
  return isLater(heard.status, known.status) ? heard : { ...heard, status: known.status };
}

// Statuses only climb sent < delivered < read; failed is final unless it had already arrived.
export function withStatus(
  world: World,
  key: string,
  id: string,
  status: DeliveryStatus,
  error: MessageError | null,
): World {
  const chat = world.chats[key];
  if (!chat) return world;
  const next = chat.map((one) =>
    one.id === id && isLater(status, one.status) ? { ...one, status, error } : one,
  );
  return { ...world, chats: { ...world.chats, [key]: next } };
}

function newestFirst<T extends { id: string }>(log: T[], record: T): T[] {
  const at = log.findIndex((one) => one.id === record.id);
  if (at >= 0) return log.map((one, index) => (index === at ? record : one));
  return [record, ...log].slice(0, log_records_max);
}

export function withLogs(world: World, deliveries: Delivery[], calls: Call[]): World {
  const merge = <T extends { id: string }>(loaded: T[], known: T[]) => {
    const ids = new Set(loaded.map((one) => one.id));
    return [...known.filter((one) => !ids.has(one.id)), ...loaded].slice(0, log_records_max);
  };
  return {
    ...world,
    deliveries: merge(deliveries, world.deliveries),
    calls: merge(calls, world.calls),
  };
}

export function withClock(
  world: World,
  now: string,
  clock: ClockSetting,
  seen_at_ms: number,
): World {
  return { ...world, now, clock, now_seen_at_ms: seen_at_ms };
}

// After the emulator was emptied: numbers, clock and faults stay, people and talk go.
export function withoutTalk(world: World): World {
  return { ...world, phones: [], chats: {}, typing: {}, deliveries: [], calls: [] };
}

export function withEvent(world: World, event: LiveEvent, seen_at_ms: number): World {
  switch (event.kind) {
    case 'message':
      return withMessage(world, chatKey(event.wa_id, event.phone_number_id), event.message);
    case 'status': {
      const key = chatKey(event.wa_id, event.phone_number_id);
      return withStatus(world, key, event.id, event.status, event.error ?? null);
    }
    case 'typing': {
      const key = chatKey(event.wa_id, event.phone_number_id);
      return { ...world, typing: { ...world.typing, [key]: seen_at_ms } };
    }
    case 'phone':
      return withPhone(world, event.phone);
    case 'clock':
      return withClock(world, event.now, event.clock, seen_at_ms);
    case 'delivery':
      return { ...world, deliveries: newestFirst(world.deliveries, event.delivery) };
    case 'call':
      return { ...world, calls: newestFirst(world.calls, event.call) };
    case 'chaos':
      return { ...world, chaos: event.chaos };
  }
}
