import { describe, expect, it } from 'vitest';
import { aMessage, aPhone } from './testing';
import type { Delivery, LiveEvent } from './wire';
import {
  chatKey,
  empty_world,
  log_records_max,
  type World,
  withChat,
  withEvent,
  withMoved,
  withoutTalk,
} from './world';

const place = { wa_id: '6281', phone_number_id: '301' };
const key = chatKey('6281', '301');

function worldAfter(events: LiveEvent[], from: World = empty_world): World {
  return events.reduce((world, event) => withEvent(world, event, 1000), from);
}

function statusOf(world: World): string | null | undefined {
  return world.chats[key]?.[0]?.status;
}

describe('messages', () => {
  it('a_message_heard_twice_is_shown_once', () => {
    const heard: LiveEvent = { kind: 'message', ...place, message: aMessage() };
    expect(worldAfter([heard, heard]).chats[key]).toHaveLength(1);
  });

  it('the_offices_message_ends_its_typing', () => {
    const typing: LiveEvent = { kind: 'typing', ...place };
    expect(worldAfter([typing]).typing[key]).toBe(1000);
    const message: LiveEvent = { kind: 'message', ...place, message: aMessage() };
    expect(worldAfter([typing, message]).typing[key]).toBeUndefined();
  });

  it('the_persons_own_message_leaves_the_typing_on', () => {
    const own = aMessage({ direction: 'in' });
    const world = worldAfter([
      { kind: 'typing', ...place },
      { kind: 'message', ...place, message: own },
    ]);
    expect(world.typing[key]).toBe(1000);
  });

  it('a_loaded_chat_keeps_what_arrived_while_loading', () => {
    const newer = aMessage({ id: 'wamid.2', at: '2026-11-24T01:05:00Z' });
    const world = worldAfter([{ kind: 'message', ...place, message: newer }]);
    const loaded = withChat(world, key, [aMessage()]);
    expect(loaded.chats[key]?.map((one) => one.id)).toEqual(['wamid.1', 'wamid.2']);
  });
});

describe('statuses climb and never fall', () => {
  const told = (...statuses: ('sent' | 'delivered' | 'read' | 'failed')[]) =>
    statusOf(
      worldAfter([
        { kind: 'message', ...place, message: aMessage() },
        ...statuses.map(
          (status): LiveEvent => ({ kind: 'status', ...place, id: 'wamid.1', status, error: null }),
        ),
      ]),
    );

  it.each([
    [['sent', 'delivered', 'read'], 'read'],
    [['read', 'delivered'], 'read'],
    [['delivered', 'sent'], 'delivered'],
    [['sent', 'failed'], 'failed'],
    [['failed', 'delivered'], 'failed'],
    [['delivered', 'failed'], 'delivered'],
  ] as const)('%j ends as %s', (statuses, end) => {
    expect(told(...statuses)).toBe(end);
  });

  it('an_older_copy_of_the_message_does_not_take_the_status_back', () => {
    const world = worldAfter([
      { kind: 'message', ...place, message: aMessage({ status: 'read' }) },
      { kind: 'message', ...place, message: aMessage({ status: 'sent' }) },
    ]);
    expect(statusOf(world)).toBe('read');
  });
});

describe('people and logs', () => {
  it('a_changed_number_keeps_its_place_even_when_the_event_came_first', () => {
    const others = [aPhone(), aPhone({ wa_id: '6282', name: 'Budi' })];
    const moved = aPhone({ wa_id: '6299', user_id: 'ID.9' });
    const heard = worldAfter([{ kind: 'phone', phone: moved }], { ...empty_world, phones: others });
    const world = withMoved(heard, '6281', moved);
    expect(world.phones.map((one) => one.wa_id)).toEqual(['6299', '6282']);
  });

  it('the_log_keeps_the_newest_records_up_to_its_limit', () => {
    const delivery = (id: number): LiveEvent => ({
      kind: 'delivery',
      delivery: { id: String(id) } as Delivery,
    });
    const world = worldAfter(Array.from({ length: log_records_max + 5 }, (_, id) => delivery(id)));
    expect(world.deliveries).toHaveLength(log_records_max);
    expect(world.deliveries[0]?.id).toBe(String(log_records_max + 4));
  });

  it('a_delivery_told_again_replaces_its_earlier_self', () => {
    const told = (state: Delivery['state']): LiveEvent => ({
      kind: 'delivery',
      delivery: { id: 'd1', state } as Delivery,
    });
    const world = worldAfter([told('pending'), told('delivered')]);
    expect(world.deliveries.map((one) => one.state)).toEqual(['delivered']);
  });

  it('emptying_leaves_numbers_and_faults', () => {
    const numbers = [
      { phone_number_id: '301', display_phone_number: '1', waba_id: '2', verified_name: 'A' },
    ];
    const world = withoutTalk({ ...empty_world, numbers, phones: [aPhone()] });
    expect([world.numbers, world.phones]).toEqual([numbers, []]);
  });
});
