// Whose phone to put on the table: somebody new, or one that lies in the emulator already.

import { useId, useState } from 'preact/hooks';
import type { Phone } from '../../model/wire';
import { useSession, useWords } from '../session_context/session_context';
import { Sheet } from '../sheet/sheet';
import './people_picker.css';

// A script may have made thousands of phones; more are found by typing.
const people_listed_max = 50;

function matching(phones: Phone[], search: string): Phone[] {
  const wanted = search.toLowerCase().split(/\s+/).filter(Boolean);
  return phones.filter((phone) => {
    const words = `${phone.name} ${phone.wa_id} ${phone.username ?? ''}`.toLowerCase();
    return wanted.every((word) => words.includes(word));
  });
}

export function PeoplePicker() {
  const session = useSession();
  const words = useWords();
  const field = useId();
  const [search, setSearch] = useState('');
  const number = session.table.value.at(-1)?.number ?? session.firstNumber();
  const found = matching(session.others.value, search);

  const close = () => {
    session.choosing_person.value = false;
  };
  const choose = (act: () => void) => () => {
    close();
    act();
  };

  return (
    <div class="people-picker">
      <Sheet title={words('add_phone')} onClose={close}>
        <button
          type="button"
          class="primary"
          onClick={choose(() => void session.addPhones(1, number))}
        >
          {words('new_person')}
        </button>
        <label for={field}>{words('search_person')}</label>
        <input
          id={field}
          type="search"
          autocomplete="off"
          value={search}
          onInput={(event) => setSearch(event.currentTarget.value)}
        />
        <ul class="choices">
          {found.slice(0, people_listed_max).map((phone) => (
            <li key={phone.wa_id}>
              <button
                type="button"
                class="choice"
                onClick={choose(() => void session.putOnTable(phone.wa_id, number))}
              >
                <span class="choice-title">{phone.name}</span>
                <span class="choice-more">+{phone.wa_id}</span>
              </button>
            </li>
          ))}
        </ul>
      </Sheet>
    </div>
  );
}
