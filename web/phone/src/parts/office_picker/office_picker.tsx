// Which office this phone talks to: all numbers of the emulator, narrowed by typing.

import { useId, useState } from 'preact/hooks';
import type { OpenPhone } from '../../link/session';
import type { BusinessNumber } from '../../model/wire';
import { useSession, useWords } from '../session_context/session_context';
import { Sheet } from '../sheet/sheet';
import './office_picker.css';

export function matching(numbers: BusinessNumber[], search: string): BusinessNumber[] {
  const wanted = search.toLowerCase().split(/\s+/).filter(Boolean);
  return numbers.filter((one) => {
    const words = `${one.verified_name} ${one.display_phone_number} ${one.phone_number_id}`;
    return wanted.every((word) => words.toLowerCase().includes(word));
  });
}

export function OfficePicker({ open, onClose }: { open: OpenPhone; onClose: () => void }) {
  const session = useSession();
  const words = useWords();
  const field = useId();
  const [search, setSearch] = useState('');
  const found = matching(session.world.value.numbers, search);

  const choose = (number: string) => {
    onClose();
    void session.chooseOffice(open.wa_id, number);
  };
  const onSubmit = (event: Event) => {
    event.preventDefault();
    const only = found[0];
    if (only) choose(only.phone_number_id);
  };

  return (
    <Sheet title={words('choose_office')} onClose={onClose}>
      <form class="office-search" onSubmit={onSubmit}>
        <label for={field}>{words('search_office')}</label>
        <input
          id={field}
          type="search"
          autocomplete="off"
          data-focus-first
          value={search}
          onInput={(event) => setSearch(event.currentTarget.value)}
        />
        <p class="hint" role="status">
          {words('offices_found', { count: found.length })}
        </p>
      </form>
      <ul class="choices">
        {found.map((one) => (
          <li key={one.phone_number_id}>
            <button
              type="button"
              class="choice"
              aria-current={one.phone_number_id === open.number ? 'true' : undefined}
              onClick={() => choose(one.phone_number_id)}
            >
              <span class="choice-title">{one.verified_name || one.display_phone_number}</span>
              <span class="choice-more">
                +{one.display_phone_number.replace(/^\+/, '')} · {one.phone_number_id}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
