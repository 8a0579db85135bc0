// One line of the traffic log, opening to the whole exchange.

import { useState } from 'preact/hooks';
import { secondsOfDay, timeOfDay } from '../../model/time';
import type { TrafficRecord } from '../../model/traffic';
import type { Call, Delivery } from '../../model/wire';
import { useSession, useWords } from '../session_context/session_context';
import { JsonView } from './json_view';

function outcome(record: TrafficRecord): string {
  if (record.kind === 'graph') return String(record.of.status);
  const last = record.of.attempts.at(-1);
  if (!last) return '…';
  return last.status === null ? '×' : String(last.status);
}

function useClockTime() {
  const session = useSession();
  return (iso: string) => {
    const at = new Date(iso);
    const zone = session.zone.value;
    const language = session.language.value;
    const mark = language === 'id' ? '.' : ':';
    return `${timeOfDay(at, zone, language)}${mark}${secondsOfDay(at, zone)}`;
  };
}

function Exchange({ delivery }: { delivery: Delivery }) {
  const session = useSession();
  const words = useWords();
  const time = useClockTime();
  return (
    <>
      <h4>{words('attempts')}</h4>
      {delivery.attempts.length === 0 && <p class="hint">{words('attempts_none')}</p>}
      <ol class="attempts">
        {delivery.attempts.map((attempt, index) => (
          <li key={`${index}-${attempt.at}`}>
            {time(attempt.at)} · {attempt.error ?? `HTTP ${attempt.status}`}
          </li>
        ))}
      </ol>
      <p class="hint">{words(`delivery_${delivery.state}`)}</p>
      <h4>{words('body')}</h4>
      <JsonView value={delivery.body} />
      <button type="button" class="secondary" onClick={() => void session.replay(delivery.id)}>
        {words('replay')}
      </button>
    </>
  );
}

function Asked({ call }: { call: Call }) {
  const words = useWords();
  return (
    <>
      <h4>{words('request')}</h4>
      <p class="wamid">
        {call.method} {call.path}
      </p>
      {call.request !== null && <JsonView value={call.request} />}
      <h4>{words('response', { status: call.status })}</h4>
      <JsonView value={call.response} />
    </>
  );
}

export function Record({ record }: { record: TrafficRecord }) {
  const words = useWords();
  const time = useClockTime();
  const [open, setOpen] = useState(false);
  const state = record.ok === null ? 'open' : record.ok ? 'good' : 'bad';
  return (
    <li>
      <details
        class={`record record-${record.kind}`}
        open={open}
        onToggle={(event) => setOpen(event.currentTarget.open)}
      >
        <summary>
          <span class="record-kind">{words(`json_${record.kind}`)}</span>
          <span class="record-title">{record.title}</span>
          <span class={`pill pill-${state}`}>{outcome(record)}</span>
          <span class="record-time">{time(record.at)}</span>
        </summary>
        {open && (
          <div class="record-body">
            {record.kind === 'webhook' ? (
              <Exchange delivery={record.of} />
            ) : (
              <Asked call={record.of} />
            )}
          </div>
        )}
      </details>
    </li>
  );
}
