import { expect, it } from 'vitest';
import { fault_groups, faultChange, faultsOn, faultValue } from './faults';
import type { Chaos } from './wire';

const every_path: Record<Exclude<keyof Chaos, 'throttle' | 'pace'>, true> = {
  duplicate_percent: true,
  reorder_percent: true,
  delay_ms_max: true,
  drop_percent: true,
  batch_max: true,
  status_before_reply: true,
  graph_5xx_percent: true,
  graph_html_5xx: true,
  timeout_after_accept_percent: true,
  connection_reset_percent: true,
  token_expired: true,
  window_mode: true,
  unknown_field_percent: true,
  unknown_type_percent: true,
  bad_signature_percent: true,
  truncated_percent: true,
  big_body: true,
  webhook_down: true,
  media_fail_percent: true,
};

it('every_switch_of_the_emulator_has_a_field', () => {
  const shown = fault_groups.flatMap((group) => group.fields.map((field) => field.path));
  const nested = ['throttle.131056', 'throttle.130429', 'throttle.131000'];
  const pace = ['pace.sent_ms', 'pace.delivered_ms', 'pace.read_ms'];
  expect(shown.sort()).toEqual([...Object.keys(every_path), ...nested, ...pace].sort());
});

it('nothing_is_on_when_the_emulator_is_at_its_defaults', () => {
  const pace = { sent_ms: 40, delivered_ms: 250, read_ms: null };
  expect(faultsOn({ batch_max: 1, window_mode: 'sync', duplicate_percent: 0, pace })).toEqual([]);
});

it('counts_what_is_on', () => {
  const throttle = { '131056': 10, '130429': 0, '131000': 0 };
  const chaos = { webhook_down: true, batch_max: 5, throttle };
  expect(faultsOn(chaos)).toEqual(['webhook_down', 'batch_max', 'throttle.131056']);
});

it('a_nested_change_sends_its_whole_object', () => {
  const throttle = { '131056': 10, '130429': 0, '131000': 0 };
  expect(faultChange({ throttle }, 'throttle.130429', 25)).toEqual({
    throttle: { '131056': 10, '130429': 25, '131000': 0 },
  });
  expect(faultValue({ throttle }, 'throttle.131056')).toBe(10);
  expect(faultChange({}, 'big_body', true)).toEqual({ big_body: true });
});
