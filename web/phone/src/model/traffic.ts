// Webhook deliveries and Graph calls as one log, newest first.

import type { Call, Delivery } from './wire';

export type TrafficKind = 'webhook' | 'graph';

export type TrafficRecord =
  | { kind: 'webhook'; id: string; at: string; title: string; ok: boolean | null; of: Delivery }
  | { kind: 'graph'; id: string; at: string; title: string; ok: boolean; of: Call };

// null while the outcome is still open.
function arrived(delivery: Delivery): boolean | null {
  if (delivery.state === 'pending') {
    return delivery.attempts.length === 0 ? null : false;
  }
  return delivery.state === 'delivered';
}

function pathInShort(path: string): string {
  return path.replace(/^\/v\d+\.\d+/, '');
}

export function trafficOf(deliveries: Delivery[], calls: Call[]): TrafficRecord[] {
  const records: TrafficRecord[] = [
    ...deliveries.map(
      (of): TrafficRecord => ({
        kind: 'webhook',
        id: of.id,
        at: of.at,
        title: of.summary || of.field,
        ok: arrived(of),
        of,
      }),
    ),
    ...calls.map(
      (of): TrafficRecord => ({
        kind: 'graph',
        id: of.id,
        at: of.at,
        title: `${of.method} ${pathInShort(of.path)}`,
        ok: of.status >= 200 && of.status < 300,
        of,
      }),
    ),
  ];
  return records.sort((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0));
}

// The records that name the message anywhere in what was sent or answered.
export function trafficAbout(records: TrafficRecord[], message_id: string): TrafficRecord[] {
  return records.filter((record) => {
    const said =
      record.kind === 'webhook' ? record.of.body : [record.of.request, record.of.response];
    return JSON.stringify(said).includes(message_id);
  });
}
