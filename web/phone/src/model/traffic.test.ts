import { expect, it } from 'vitest';
import { trafficAbout, trafficOf } from './traffic';
import type { Call, Delivery } from './wire';

const delivery: Delivery = {
  id: 'd1',
  at: '2026-11-24T01:00:00Z',
  attempts: [{ at: '2026-11-24T01:00:00Z', status: 503, error: null }],
  state: 'pending',
  field: 'messages',
  summary: '',
  body: { entry: [{ id: 'wamid.1' }] },
};

const call: Call = {
  id: 'c1',
  at: '2026-11-24T01:00:01Z',
  method: 'POST',
  path: '/v25.0/301/messages',
  request: { type: 'text' },
  status: 200,
  response: { messages: [{ id: 'wamid.2' }] },
};

it('newest_first_with_a_title_and_an_outcome', () => {
  const records = trafficOf([delivery], [call]);
  expect(records.map(({ title, ok }) => [title, ok])).toEqual([
    ['POST /301/messages', true],
    ['messages', false],
  ]);
});

it('a_delivery_not_yet_tried_has_no_outcome', () => {
  expect(trafficOf([{ ...delivery, attempts: [] }], [])[0]?.ok).toBeNull();
});

it('a_message_finds_the_deliveries_and_calls_that_name_it', () => {
  const records = trafficOf([delivery], [call]);
  expect(trafficAbout(records, 'wamid.1').map((one) => one.id)).toEqual(['d1']);
  expect(trafficAbout(records, 'wamid.2').map((one) => one.id)).toEqual(['c1']);
});
