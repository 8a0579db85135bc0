// The head of the page: what this is (and is not), the time, and what concerns all phones.

import { phones_shown_max } from '../../link/session';
import { faultsOn } from '../../model/faults';
import { timeOfDay } from '../../model/time';
import { Icon } from '../icon/icon';
import { useSession, useWords } from '../session_context/session_context';
import './top_bar.css';

function Clock() {
  const session = useSession();
  const words = useWords();
  const zone = session.zone.value;
  const time = timeOfDay(session.now.value, zone, session.language.value);
  const open = () => {
    session.openTool('clock');
    session.front.value = 'tools';
  };
  return (
    <button type="button" class="bar-button bar-clock" onClick={open}>
      <Icon name="clock" />
      <span class="for-readers">{words('tool_clock')} </span>
      {time} {zone}
    </button>
  );
}

function FaultsOn() {
  const session = useSession();
  const words = useWords();
  const count = faultsOn(session.world.value.chaos).length;
  if (count === 0) return null;
  const open = () => {
    session.openTool('faults');
    session.front.value = 'tools';
  };
  return (
    <button type="button" class="bar-button bar-faults" onClick={open}>
      <Icon name="warning" />
      {words('faults_some', { count })}
    </button>
  );
}

export function TopBar() {
  const session = useSession();
  const words = useWords();
  const other = session.language.value === 'id' ? 'en' : 'id';
  const number = session.table.value.at(-1)?.number;
  const add = () => {
    if (session.others.value.length > 0) session.choosing_person.value = true;
    else void session.addPhones(1, number);
  };
  return (
    <header class="top-bar">
      <div class="bar-name">
        <h1>{words('title')}</h1>
        <p>{words('not_whatsapp')}</p>
      </div>
      <FaultsOn />
      <Clock />
      <button
        type="button"
        class="bar-button bar-add"
        disabled={!session.loaded.value || session.table.value.length >= phones_shown_max}
        onClick={add}
      >
        <Icon name="plus" />
        <span class="bar-long">{words('add_phone')}</span>
      </button>
      <button
        type="button"
        class="bar-button"
        lang={other}
        onClick={() => session.setLanguage(other)}
      >
        {other === 'en' ? 'English' : 'Indonesia'}
      </button>
    </header>
  );
}
