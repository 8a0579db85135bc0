// Everything about one phone that is not talk: who the person is and how their phone behaves.

import { useId, useState } from 'preact/hooks';
import type { OpenPhone } from '../../link/session';
import type { Phone } from '../../model/wire';
import { useSession, useWords } from '../session_context/session_context';
import { Sheet } from '../sheet/sheet';
import { Switch } from '../switch/switch';
import './phone_menu.css';

interface Props {
  open: OpenPhone;
  phone: Phone;
  twice: boolean;
  onTwice: (on: boolean) => void;
  onClose: () => void;
}

interface FieldProps {
  label: string;
  button: string;
  value: string;
  inputMode?: 'numeric' | 'text';
  onSave: (value: string) => void;
}

function SavedField({ label, button, value, inputMode = 'text', onSave }: FieldProps) {
  const field = useId();
  const [text, setText] = useState(value);
  const onSubmit = (event: Event) => {
    event.preventDefault();
    const wanted = text.trim();
    if (wanted !== '' && wanted !== value) onSave(wanted);
  };
  return (
    <form class="saved-field" onSubmit={onSubmit}>
      <label for={field}>{label}</label>
      <div>
        <input
          id={field}
          value={text}
          inputMode={inputMode}
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit" class="secondary">
          {button}
        </button>
      </div>
    </form>
  );
}

function usernameFrom(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '.');
}

export function PhoneMenu({ open, phone, twice, onTwice, onClose }: Props) {
  const session = useSession();
  const words = useWords();
  const change = (what: Parameters<typeof session.changePhone>[1]) =>
    void session.changePhone(open.wa_id, what);
  const blocked = phone.blocked.includes(open.number);
  const hide = (on: boolean) =>
    change({
      shows_phone: !on,
      ...(on && !phone.username ? { username: usernameFrom(phone.name) } : {}),
    });
  const block = (on: boolean) => {
    const others = phone.blocked.filter((number) => number !== open.number);
    change({ blocked: on ? [...others, open.number] : others });
  };

  return (
    <Sheet title={words('phone_menu', { name: phone.name })} onClose={onClose}>
      <SavedField
        key={phone.name}
        label={words('name')}
        button={words('save')}
        value={phone.name}
        onSave={(name) => change({ name })}
      />
      <ul class="switches">
        <Switch
          label={words('online')}
          hint={words('online_hint')}
          on={phone.online}
          onChange={(online) => change({ online })}
        />
        <Switch
          label={words('read_receipts')}
          hint={words('read_receipts_hint')}
          on={phone.read_receipts}
          onChange={(read_receipts) => change({ read_receipts })}
        />
        <Switch
          label={words('text_only')}
          hint={words('text_only_hint')}
          on={phone.text_only}
          onChange={(text_only) => change({ text_only })}
        />
        <Switch
          label={words('send_twice')}
          hint={words('send_twice_hint')}
          on={twice}
          onChange={onTwice}
        />
        <Switch
          label={words('hide_phone')}
          hint={words('hide_phone_hint')}
          on={!phone.shows_phone}
          onChange={hide}
        />
        <Switch label={words('block')} hint={words('block_hint')} on={blocked} onChange={block} />
      </ul>
      <SavedField
        key={phone.wa_id}
        label={words('change_number')}
        button={words('change')}
        value={phone.wa_id}
        inputMode="numeric"
        onSave={(next) => void session.changeNumber(open.wa_id, next.replace(/\D/g, ''))}
      />
      <div class="menu-acts">
        <button
          type="button"
          class="secondary"
          onClick={() => void session.changeUserId(open.wa_id)}
        >
          {words('change_user_id')}
        </button>
        <button type="button" class="secondary" onClick={() => session.takeOffTable(open.wa_id)}>
          {words('put_away')}
        </button>
      </div>
      <p class="hint">{phone.user_id}</p>
    </Sheet>
  );
}
