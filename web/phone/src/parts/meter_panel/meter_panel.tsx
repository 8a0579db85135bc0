// What the talk would cost on the real platform: messages counted by how they are charged.

import { useSession, useWords } from '../session_context/session_context';
import './meter_panel.css';

const counters = ['service_messages', 'free_left', 'templates', 'billable'] as const;

export function MeterPanel() {
  const session = useSession();
  const words = useWords();
  const { meter } = session.world.value;
  const format = new Intl.NumberFormat(session.language.value === 'id' ? 'id-ID' : 'en-GB');
  return (
    <>
      <h2>{words('meter_title')}</h2>
      <dl class="meter">
        {counters.map((counter) => (
          <div key={counter} class={`meter-${counter}`}>
            <dt>{words(`meter_${counter}`)}</dt>
            <dd>{format.format(meter[counter])}</dd>
          </div>
        ))}
      </dl>
      <p class="hint">{words('meter_hint')}</p>
    </>
  );
}
