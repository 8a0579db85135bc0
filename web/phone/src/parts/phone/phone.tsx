// One phone on the table: whose it is, whom they talk to, the talk, and the field to write in.

import { useEffect, useState } from 'preact/hooks';
import type { OpenPhone } from '../../link/session';
import type { ListMenu as Menu } from '../../model/bubble';
import type { JsonObject, Message, Phone as Person } from '../../model/wire';
import { chatKey } from '../../model/world';
import { Attachments } from '../attachments/attachments';
import { ChatLog } from '../chat_log/chat_log';
import { Composer } from '../composer/composer';
import { FormSheet } from '../form_sheet/form_sheet';
import { Icon } from '../icon/icon';
import { ListMenu } from '../list_menu/list_menu';
import { OfficePicker } from '../office_picker/office_picker';
import { PhoneMenu } from '../phone_menu/phone_menu';
import { useSession, useWords } from '../session_context/session_context';
import './phone.css';

type OpenSheet =
  | { kind: 'none' | 'office' | 'menu' | 'attachments' }
  | { kind: 'list'; message: Message; menu: Menu }
  | { kind: 'form'; message: Message; title: string };

const hues = 6;

function initials(name: string): string {
  const letters = name.split(/\s+/).map((part) => part[0] ?? '');
  return letters.slice(0, 2).join('').toUpperCase();
}

function Badges({ phone, twice }: { phone: Person; twice: boolean }) {
  const words = useWords();
  const badges = [
    phone.online ? null : words('badge_offline'),
    phone.text_only ? words('badge_text_only') : null,
    phone.read_receipts ? null : words('badge_no_receipts'),
    phone.shows_phone ? null : words('badge_hidden'),
    twice ? words('badge_twice') : null,
  ].filter((badge): badge is string => badge !== null);
  if (badges.length === 0) return null;
  return (
    <ul class="badges">
      {badges.map((badge) => (
        <li key={badge}>{badge}</li>
      ))}
    </ul>
  );
}

interface HeadProps {
  open: OpenPhone;
  phone: Person;
  hue: number;
  twice: boolean;
  onSheet: (kind: 'office' | 'menu') => void;
}

function Head({ open, phone, hue, twice, onSheet }: HeadProps) {
  const session = useSession();
  const words = useWords();
  const numbers = session.world.value.numbers;
  const office = numbers.find((one) => one.phone_number_id === open.number);
  const shown_as = phone.shows_phone ? `+${phone.wa_id}` : `@${phone.username ?? phone.user_id}`;
  return (
    <header class={`phone-head hue-${hue % hues}`}>
      <span class="avatar" aria-hidden="true">
        {initials(phone.name)}
      </span>
      <div class="phone-who">
        <h2>{phone.name}</h2>
        <p>{shown_as}</p>
      </div>
      <button type="button" class="icon-button on-dark" onClick={() => onSheet('menu')}>
        <Icon name="more" />
        <span class="for-readers">{words('phone_menu', { name: phone.name })}</span>
      </button>
      <button type="button" class="office-button" onClick={() => onSheet('office')}>
        <Icon name="office" />
        <span class="office-name">
          <span class="for-readers">{words('talks_to')} </span>
          {office?.verified_name || office?.display_phone_number || open.number}
        </span>
        <Icon name="down" />
      </button>
      <Badges phone={phone} twice={twice} />
    </header>
  );
}

// Seeing a message marks it as read, as long as the page is really looked at.
function useMarksRead(open: OpenPhone, phone: Person) {
  const session = useSession();
  const chat = session.world.value.chats[chatKey(open.wa_id, open.number)];
  useEffect(() => {
    if (phone.online && document.visibilityState === 'visible') session.markRead(open);
  }, [chat, phone.online]);
}

export function Phone({ open, phone, hue }: { open: OpenPhone; phone: Person; hue: number }) {
  const session = useSession();
  const words = useWords();
  const [sheet, setSheet] = useState<OpenSheet>({ kind: 'none' });
  const [quoting, setQuoting] = useState<Message | null>(null);
  const [twice, setTwice] = useState(false);
  useMarksRead(open, phone);

  const close = () => setSheet({ kind: 'none' });
  const send = async (message: JsonObject) => {
    const context: JsonObject =
      quoting && message.context === undefined ? { context: quoting.id } : {};
    const sent = await session.send(open, { ...message, ...context }, twice ? 2 : 1);
    if (sent) setQuoting(null);
    return sent;
  };
  const sendAndClose = (message: JsonObject) => {
    close();
    void send(message);
  };

  return (
    <section class="phone" aria-label={words('phone_of', { name: phone.name })}>
      <div class="phone-inside" inert={sheet.kind !== 'none'}>
        <Head
          open={open}
          phone={phone}
          hue={hue}
          twice={twice}
          onSheet={(kind) => setSheet({ kind })}
        />
        <ChatLog
          open={open}
          phone={phone}
          onSend={(message) => void send(message)}
          onOpenList={(message, menu) => setSheet({ kind: 'list', message, menu })}
          onOpenForm={(message, title) => setSheet({ kind: 'form', message, title })}
          onReply={setQuoting}
        />
        <Composer
          open={open}
          phone={phone}
          quoting={quoting}
          onDropQuote={() => setQuoting(null)}
          onAttach={() => setSheet({ kind: 'attachments' })}
          onSend={send}
        />
      </div>
      {sheet.kind === 'list' && (
        <ListMenu message={sheet.message} menu={sheet.menu} onClose={close} onSend={sendAndClose} />
      )}
      {sheet.kind === 'form' && (
        <FormSheet wa_id={open.wa_id} message={sheet.message} title={sheet.title} onClose={close} />
      )}
      {sheet.kind === 'office' && <OfficePicker open={open} onClose={close} />}
      {sheet.kind === 'attachments' && (
        <Attachments person={phone.name} onClose={close} onSend={sendAndClose} />
      )}
      {sheet.kind === 'menu' && (
        <PhoneMenu open={open} phone={phone} twice={twice} onTwice={setTwice} onClose={close} />
      )}
    </section>
  );
}
