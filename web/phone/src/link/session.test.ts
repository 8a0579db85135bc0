import { beforeEach, expect, it, vi } from 'vitest';
import { aMessage, aPhone } from '../model/testing';
import { chatKey } from '../model/world';
import { Emulator, EmulatorError } from './emulator';
import { Session } from './session';

const open = { place: 1, wa_id: '6281', number: '301' };
const defaults = { number: null, phones: null, language: 'id', zone: 'WIB' } as const;

let emulator: Emulator;
let session: Session;

beforeEach(() => {
  vi.stubGlobal('history', { replaceState: () => undefined });
  vi.stubGlobal('location', { search: '' });
  emulator = new Emulator();
  session = new Session(emulator, { ...defaults });
});

function withChatOf(...messages: ReturnType<typeof aMessage>[]) {
  session.world.value = {
    ...session.world.value,
    phones: [aPhone()],
    chats: { [chatKey('6281', '301')]: messages },
  };
}

it('a_newest_message_is_marked_read_once_even_without_receipts', () => {
  const mark = vi.spyOn(emulator, 'markRead').mockResolvedValue();
  withChatOf(aMessage({ status: 'delivered' }));
  session.markRead(open);
  session.markRead(open);
  expect(mark).toHaveBeenCalledTimes(1);
  withChatOf(aMessage({ status: 'delivered' }), aMessage({ id: 'wamid.2', status: 'delivered' }));
  session.markRead(open);
  expect(mark).toHaveBeenCalledTimes(2);
});

it('what_is_only_on_its_way_is_not_marked_read', () => {
  const mark = vi.spyOn(emulator, 'markRead').mockResolvedValue();
  withChatOf(aMessage({ status: 'sent' }));
  session.markRead(open);
  expect(mark).not.toHaveBeenCalled();
});

it('send_it_twice_asks_for_two_deliveries_of_one_message', async () => {
  const send = vi.spyOn(emulator, 'send').mockResolvedValue({ id: 'wamid.1' });
  await session.send(open, { type: 'text', text: { body: 'halo' } }, 2);
  expect(send).toHaveBeenCalledWith('6281', {
    number: '301',
    type: 'text',
    text: { body: 'halo' },
    times: 2,
  });
});

it('a_refusal_is_said_and_the_next_success_clears_it', async () => {
  const send = vi.spyOn(emulator, 'send');
  send.mockRejectedValueOnce(new EmulatorError('refused', 'no such phone'));
  expect(await session.send(open, { type: 'text' }, 1)).toBe(false);
  expect(session.notice.value).toBe('refused:no such phone');
  send.mockResolvedValueOnce({ id: 'wamid.1' });
  expect(await session.send(open, { type: 'text' }, 1)).toBe(true);
  expect(session.notice.value).toBeNull();
});

it('reading_in_the_background_does_not_wipe_an_unread_notice', async () => {
  vi.spyOn(emulator, 'markRead').mockResolvedValue();
  session.notice.value = 'away';
  withChatOf(aMessage({ status: 'delivered' }));
  session.markRead(open);
  await Promise.resolve();
  expect(session.notice.value).toBe('away');
});

it('a_changed_number_stays_in_front_of_its_person', async () => {
  const moved = aPhone({ wa_id: '6299', user_id: 'ID.2' });
  vi.spyOn(emulator, 'changeNumber').mockResolvedValue(moved);
  vi.spyOn(emulator, 'chat').mockResolvedValue([aMessage()]);
  withChatOf();
  session.table.value = [open];
  await session.changeNumber('6281', '6299');
  expect(session.table.value).toEqual([{ place: 1, wa_id: '6299', number: '301' }]);
  expect(session.world.value.chats[chatKey('6299', '301')]).toHaveLength(1);
});

it('a_template_is_decided_on_and_the_list_is_read_again', async () => {
  const one = { id: '7', waba_id: '201', name: 'siap', language: 'id', category: 'UTILITY' };
  const list = vi.spyOn(emulator, 'templates');
  list.mockResolvedValueOnce([{ ...one, status: 'APPROVED' }]);
  session.openTool('templates');
  await vi.waitFor(() => expect(session.templates.value[0]?.status).toBe('APPROVED'));
  const set = vi.spyOn(emulator, 'setTemplate').mockResolvedValue({});
  list.mockResolvedValueOnce([{ ...one, status: 'PAUSED' }]);
  expect(await session.setTemplate('7', 'PAUSED')).toBe(true);
  expect(set).toHaveBeenCalledWith('7', 'PAUSED');
  expect(session.templates.value[0]?.status).toBe('PAUSED');
  set.mockRejectedValueOnce(new EmulatorError('refused', 'there is no such template'));
  expect(await session.setTemplate('8', 'PAUSED')).toBe(false);
  expect(session.notice.value).toBe('refused:there is no such template');
});
