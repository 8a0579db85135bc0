// The emulator's switches for trouble, as the page shows them: grouped, with a kind of field each.
// The words for a key stand in the wording files under `fault.<key>`.

import type { Chaos } from './wire';

export type FaultField =
  | { kind: 'percent'; path: FaultPath }
  | { kind: 'number'; path: FaultPath; max: number; unit: 'ms' | 'messages' }
  | { kind: 'switch'; path: FaultPath }
  | { kind: 'choice'; path: FaultPath; options: string[] };

// A key of the chaos object, or `throttle.131056`, `pace.sent_ms`.
export type FaultPath = string;
export type FaultValue = boolean | number | string | null;

const percent = (path: FaultPath): FaultField => ({ kind: 'percent', path });
const toggle = (path: FaultPath): FaultField => ({ kind: 'switch', path });
const milliseconds = (path: FaultPath, max: number): FaultField => ({
  kind: 'number',
  path,
  max,
  unit: 'ms',
});

export const fault_groups: { name: string; fields: FaultField[] }[] = [
  {
    name: 'webhook',
    fields: [
      toggle('webhook_down'),
      percent('duplicate_percent'),
      percent('reorder_percent'),
      percent('drop_percent'),
      milliseconds('delay_ms_max', 600_000),
      { kind: 'number', path: 'batch_max', max: 1000, unit: 'messages' },
      toggle('status_before_reply'),
      toggle('big_body'),
    ],
  },
  {
    name: 'content',
    fields: [
      percent('bad_signature_percent'),
      percent('truncated_percent'),
      percent('unknown_field_percent'),
      percent('unknown_type_percent'),
    ],
  },
  {
    name: 'graph',
    fields: [
      percent('graph_5xx_percent'),
      toggle('graph_html_5xx'),
      percent('timeout_after_accept_percent'),
      percent('connection_reset_percent'),
      toggle('token_expired'),
      percent('media_fail_percent'),
    ],
  },
  {
    name: 'limits',
    fields: [
      percent('throttle.131056'),
      percent('throttle.130429'),
      percent('throttle.131000'),
      { kind: 'choice', path: 'window_mode', options: ['sync', 'async'] },
    ],
  },
  {
    name: 'pace',
    fields: [
      milliseconds('pace.sent_ms', 600_000),
      milliseconds('pace.delivered_ms', 600_000),
      milliseconds('pace.read_ms', 600_000),
    ],
  },
];

export function faultValue(chaos: Partial<Chaos>, path: FaultPath): FaultValue {
  const [head, tail] = path.split('.');
  const value = (chaos as Record<string, unknown>)[head ?? ''];
  const found = tail === undefined ? value : (value as Record<string, unknown> | undefined)?.[tail];
  return (found ?? null) as FaultValue;
}

// The PATCH body that sets one field. Nested objects are sent whole: the server may replace them.
export function faultChange(
  chaos: Partial<Chaos>,
  path: FaultPath,
  value: FaultValue,
): Record<string, unknown> {
  const [head = '', tail] = path.split('.');
  if (tail === undefined) return { [head]: value };
  const whole = (chaos as Record<string, object | undefined>)[head];
  return { [head]: { ...whole, [tail]: value } };
}

// Faults that are on. Pace and the way of refusing are settings, not trouble, and do not count.
export function faultsOn(chaos: Partial<Chaos>): FaultPath[] {
  const fields = fault_groups.flatMap((group) => (group.name === 'pace' ? [] : group.fields));
  return fields.filter((field) => isOn(chaos, field)).map((field) => field.path);
}

export function isOn(chaos: Partial<Chaos>, field: FaultField): boolean {
  const value = faultValue(chaos, field.path);
  switch (field.kind) {
    case 'percent':
      return typeof value === 'number' && value > 0;
    case 'switch':
      return value === true;
    case 'number':
      return typeof value === 'number' && value > (field.path === 'batch_max' ? 1 : 0);
    case 'choice':
      return false;
  }
}
