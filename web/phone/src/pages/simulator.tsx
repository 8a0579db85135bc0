// The page: phones side by side with the bench of tools; on a narrow screen one at a time.

import { NoticeBar } from '../parts/notice_bar/notice_bar';
import { PeoplePicker } from '../parts/people_picker/people_picker';
import { Phone } from '../parts/phone/phone';
import { useSession, useWords } from '../parts/session_context/session_context';
import { Start } from '../parts/start/start';
import { Tools } from '../parts/tools/tools';
import { TopBar } from '../parts/top_bar/top_bar';
import './simulator.css';

function FrontChoice() {
  const session = useSession();
  const words = useWords();
  const { table, front, world } = session;
  const name = (wa_id: string) =>
    world.value.phones.find((one) => one.wa_id === wa_id)?.name ?? wa_id;
  return (
    <nav class="front-choice" aria-label={words('choose_front')}>
      {table.value.map((open, index) => (
        <button
          type="button"
          key={open.place}
          aria-pressed={front.value === index}
          onClick={() => {
            front.value = index;
          }}
        >
          {name(open.wa_id).split(' ')[0]}
        </button>
      ))}
      <button
        type="button"
        aria-pressed={front.value === 'tools'}
        onClick={() => {
          front.value = 'tools';
        }}
      >
        {words('tools')}
      </button>
    </nav>
  );
}

export function Simulator() {
  const session = useSession();
  const { table, front, world, loaded } = session;
  const people = new Map(world.value.phones.map((phone) => [phone.wa_id, phone]));
  return (
    <>
      <div class="page" inert={session.choosing_person.value}>
        <TopBar />
        <NoticeBar />
        {loaded.value && <FrontChoice />}
        <main class="bench">
          <div class={front.value === 'tools' ? 'phones behind' : 'phones'}>
            {table.value.length === 0 && <Start />}
            {table.value.map((open, index) => {
              const phone = people.get(open.wa_id);
              if (!phone) return null;
              return (
                <div class={front.value === index ? 'place' : 'place behind'} key={open.place}>
                  <Phone open={open} phone={phone} hue={open.place - 1} />
                </div>
              );
            })}
          </div>
          <div class={front.value === 'tools' ? 'tools-place' : 'tools-place behind'}>
            <Tools />
          </div>
        </main>
      </div>
      {session.choosing_person.value && <PeoplePicker />}
    </>
  );
}
