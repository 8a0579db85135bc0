import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { missing, payload, screenOf } from './form';
import type { JsonObject } from './wire';

const root = join(import.meta.dirname, '../../../..');
const booking = JSON.parse(
  readFileSync(join(root, 'data/flows/booking.json'), 'utf8'),
) as JsonObject;

it('a_screen_is_filled_with_what_the_endpoint_said', () => {
  const services = [{ id: 'new', title: 'Paspor baru' }];
  const screen = screenOf(booking, 'PARTY', { services, counts: [], error_message: 'Coba lagi' });
  expect(screen?.error).toBe('Coba lagi');
  const service = screen?.parts.find((part) => part.name === 'service');
  expect(service?.choices).toEqual([{ id: 'new', title: 'Paspor baru', description: '' }]);
});

it('people_beyond_the_party_are_not_asked_for', () => {
  const names = (data: JsonObject) =>
    screenOf(booking, 'PEOPLE', { has_3: false, has_4: false, has_5: false, ...data })
      ?.parts.filter((part) => part.type === 'TextInput')
      .map((part) => part.name);
  expect(names({ has_2: false })).toEqual(['name_1']);
  expect(names({ has_2: true })).toEqual(['name_1', 'name_2']);
});

it('what_must_be_filled_in_is_named', () => {
  const screen = screenOf(booking, 'TIME', { days: [], hours: [], has_hours: false });
  if (!screen) throw new Error('no screen');
  expect(missing(screen, {})).toEqual(['@form.label.day', '@form.label.hour']);
  expect(missing(screen, { day: '2026-11-27', hour: '08:00' })).toEqual([]);
  expect(screen.parts.find((part) => part.name === 'hour')?.enabled).toBe(false);
});

it('a_step_sends_its_fields_and_what_was_filled_in_before', () => {
  const screen = screenOf(booking, 'TIME', {});
  const said = screen?.parts.find((part) => part.type === 'Footer')?.on_click ?? {};
  expect(payload(said, { so_far: '{}' }, { day: '2026-11-27', hour: '08:00' })).toEqual({
    step: 'time',
    so_far: '{}',
    day: '2026-11-27',
    hour: '08:00',
  });
});

it('an_unknown_screen_is_none', () => {
  expect(screenOf(booking, 'PAYMENT', {})).toBeNull();
});
