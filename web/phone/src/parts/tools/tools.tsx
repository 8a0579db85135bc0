// The bench beside the phones: clock, traffic, faults, templates and meter, one at a time.

import { useState } from 'preact/hooks';
import type { Tool } from '../../link/session';
import { faultsOn } from '../../model/faults';
import { ClockPanel } from '../clock_panel/clock_panel';
import { FaultsPanel } from '../faults_panel/faults_panel';
import { Icon, type IconName } from '../icon/icon';
import { JsonPanel } from '../json_panel/json_panel';
import { MeterPanel } from '../meter_panel/meter_panel';
import { useSession, useWords } from '../session_context/session_context';
import { TemplatesPanel } from '../templates_panel/templates_panel';
import './tools.css';

const tools: { tool: Tool; icon: IconName }[] = [
  { tool: 'clock', icon: 'clock' },
  { tool: 'json', icon: 'braces' },
  { tool: 'faults', icon: 'warning' },
  { tool: 'templates', icon: 'file' },
  { tool: 'meter', icon: 'meter' },
];

function Tabs() {
  const session = useSession();
  const words = useWords();
  const chosen = session.tool.value;
  const on = faultsOn(session.world.value.chaos).length;

  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    const at = tools.findIndex(({ tool }) => tool === chosen);
    const next = tools[(at + step + tools.length) % tools.length];
    if (!next) return;
    session.openTool(next.tool);
    document.getElementById(`tab-${next.tool}`)?.focus();
  };

  return (
    <div class="tabs" role="tablist" aria-label={words('tools')} onKeyDown={onKeyDown}>
      {tools.map(({ tool, icon }) => (
        <button
          type="button"
          role="tab"
          key={tool}
          id={`tab-${tool}`}
          aria-selected={tool === chosen}
          aria-controls="tool-panel"
          tabIndex={tool === chosen ? 0 : -1}
          onClick={() => session.openTool(tool)}
        >
          <Icon name={icon} />
          {words(`tool_${tool}`)}
          {tool === 'faults' && on > 0 && <span class="count">{on}</span>}
        </button>
      ))}
    </div>
  );
}

function StartAfresh() {
  const session = useSession();
  const words = useWords();
  const [asking, setAsking] = useState(false);
  const empty = () => {
    setAsking(false);
    void session.emptyAll();
  };
  if (!asking) {
    return (
      <button type="button" class="secondary" onClick={() => setAsking(true)}>
        {words('start_afresh')}
      </button>
    );
  }
  return (
    <>
      <p>{words('start_afresh_ask')}</p>
      <button type="button" class="primary" onClick={empty}>
        {words('start_afresh_yes')}
      </button>
      <button type="button" class="secondary" onClick={() => setAsking(false)}>
        {words('no')}
      </button>
    </>
  );
}

export function Tools() {
  const session = useSession();
  const words = useWords();
  const tool = session.tool.value;
  return (
    <aside class="tools" aria-label={words('tools')}>
      <Tabs />
      <div class="tool-panel" id="tool-panel" role="tabpanel" aria-labelledby={`tab-${tool}`}>
        {tool === 'clock' && <ClockPanel />}
        {tool === 'json' && <JsonPanel />}
        {tool === 'faults' && <FaultsPanel />}
        {tool === 'templates' && <TemplatesPanel />}
        {tool === 'meter' && <MeterPanel />}
      </div>
      <footer class="tools-foot">
        <StartAfresh />
      </footer>
    </aside>
  );
}
