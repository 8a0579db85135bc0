// The traffic behind the talk: webhook deliveries to the business and its Graph calls, newest first.
// With a message picked, only what concerns that message.

import { useState } from 'preact/hooks';
import { summaryOf } from '../../model/bubble';
import { type TrafficKind, trafficAbout, trafficOf } from '../../model/traffic';
import type { Message } from '../../model/wire';
import { Icon } from '../icon/icon';
import { useSession, useWords } from '../session_context/session_context';
import './json_panel.css';
import { JsonView } from './json_view';
import { Record } from './record';

const rows_first = 40;

function Picked({ message }: { message: Message }) {
  const session = useSession();
  const words = useWords();
  return (
    <section class="picked">
      <header>
        <h3>{words('picked_message')}</h3>
        <button
          type="button"
          class="icon-button"
          onClick={() => {
            session.picked.value = null;
          }}
        >
          <Icon name="close" />
          <span class="for-readers">{words('unpick')}</span>
        </button>
      </header>
      <p class="hint">{summaryOf(message) || message.type}</p>
      <JsonView value={message.body} />
      <p class="wamid">{message.id}</p>
    </section>
  );
}

export function JsonPanel() {
  const session = useSession();
  const words = useWords();
  const [kind, setKind] = useState<TrafficKind | 'all'>('all');
  const [rows, setRows] = useState(rows_first);
  const picked = session.picked.value;
  const { deliveries, calls } = session.world.value;
  const everything = trafficOf(deliveries, calls);
  const about = picked ? trafficAbout(everything, picked.id) : everything;
  const shown = about.filter((one) => kind === 'all' || one.kind === kind);

  return (
    <>
      <h2>{words('json_title')}</h2>
      {picked === null && <p class="hint">{words('json_intro')}</p>}
      {picked && <Picked message={picked} />}
      <fieldset class="segments">
        <legend class="for-readers">{words('json_filter')}</legend>
        {(['all', 'webhook', 'graph'] as const).map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="traffic-kind"
              checked={kind === one}
              onChange={() => setKind(one)}
            />
            <span>{words(`json_${one}`)}</span>
          </label>
        ))}
      </fieldset>
      {shown.length === 0 && <p class="hint">{words('json_empty')}</p>}
      <ol class="records">
        {shown.slice(0, rows).map((record) => (
          <Record key={`${record.kind}-${record.id}`} record={record} />
        ))}
      </ol>
      {shown.length > rows && (
        <button type="button" class="secondary" onClick={() => setRows(rows + rows_first)}>
          {words('json_more', { count: shown.length - rows })}
        </button>
      )}
    </>
  );
}
