// The talk between one person and one office, oldest first, with a line for each new day.

import { useLayoutEffect, useRef } from 'preact/hooks';
import type { OpenPhone } from '../../link/session';
import { type ListMenu, reactionsOf, summaryOf } from '../../model/bubble';
import { dayInWords, localDay } from '../../model/time';
import type { JsonObject, Message, Phone } from '../../model/wire';
import { chatKey } from '../../model/world';
import { Bubble } from '../bubble/bubble';
import { useSession, useWords } from '../session_context/session_context';
import './chat_log.css';

// An office's "is typing" lasts this long unless its message comes first.
const typing_shown_ms = 25_000;
const near_bottom_px = 120;

interface Props {
  open: OpenPhone;
  phone: Phone;
  onSend: (message: JsonObject) => void;
  onOpenList: (message: Message, menu: ListMenu) => void;
  onOpenForm: (message: Message, title: string) => void;
  onReply: (message: Message) => void;
}

// Accepted (no status yet) or sent: a phone that is offline has not got it.
function isOnItsWay(message: Message): boolean {
  const { direction, status } = message;
  return direction === 'out' && (status === null || status === 'sent');
}

function Typing({ chat }: { chat: string }) {
  const session = useSession();
  const words = useWords();
  const since = session.world.value.typing[chat];
  if (since === undefined) return null;
  if (session.page_now_ms.value - since > typing_shown_ms) return null;
  return (
    <p class="typing">
      <span class="typing-dots" aria-hidden="true" />
      {words('typing')}
    </p>
  );
}

// Keeps the end in view unless the reader has scrolled up; what the person sends always shows.
function useStickToEnd(messages: Message[]) {
  const log = useRef<HTMLDivElement>(null);
  const at_end = useRef(true);
  const last = messages.at(-1);
  const stick = () => {
    const box = log.current;
    if (box && at_end.current) box.scrollTop = box.scrollHeight;
  };
  useLayoutEffect(() => {
    if (last?.direction === 'in') at_end.current = true;
    stick();
  }, [last?.id]);
  // The log grows shorter when a notice or a keyboard takes room.
  useLayoutEffect(() => {
    const watch = new ResizeObserver(stick);
    if (log.current) watch.observe(log.current);
    return () => watch.disconnect();
  }, []);
  const onScroll = () => {
    const box = log.current;
    if (!box) return;
    at_end.current = box.scrollHeight - box.scrollTop - box.clientHeight < near_bottom_px;
  };
  return { ref: log, onScroll, onLoadCapture: stick };
}

function FirstHello({ onSend }: { onSend: Props['onSend'] }) {
  const words = useWords();
  return (
    <div class="first-hello">
      <p>{words('chat_empty')}</p>
      <button
        type="button"
        class="primary"
        onClick={() => onSend({ type: 'text', text: { body: 'halo' } })}
      >
        {words('say_hello')}
      </button>
    </div>
  );
}

export function ChatLog({ open, phone, onSend, onOpenList, onOpenForm, onReply }: Props) {
  const session = useSession();
  const words = useWords();
  const key = chatKey(open.wa_id, open.number);
  const all = session.world.value.chats[key] ?? [];
  const shown = all.filter(
    (message) => message.type !== 'reaction' && (phone.online || !isOnItsWay(message)),
  );
  const log = useStickToEnd(shown);
  const held = all.filter(isOnItsWay).length;
  const reactions = reactionsOf(all);
  const by_id = new Map(all.map((message) => [message.id, message]));
  let day = '';

  const rows = shown.flatMap((message) => {
    const at = new Date(message.at);
    const new_day = localDay(at, session.zone.value);
    const on = reactions[message.id];
    const quoted = message.context === null ? undefined : by_id.get(message.context);
    const rows_here = [
      <Bubble
        key={message.id}
        message={message}
        quoted={message.context === null ? null : quoted ? summaryOf(quoted) : '…'}
        reactions={[on?.in, on?.out].filter((emoji): emoji is string => !!emoji)}
        text_only={phone.text_only}
        on_its_way={isOnItsWay(message)}
        onSend={onSend}
        onOpenList={onOpenList}
        onOpenForm={onOpenForm}
        onReply={onReply}
      />,
    ];
    if (new_day !== day) {
      day = new_day;
      const text = dayInWords(at, session.zone.value, session.language.value);
      rows_here.unshift(
        <li class="day-line" key={new_day}>
          <span>{text}</span>
        </li>,
      );
    }
    return rows_here;
  });

  return (
    <div class="chat-log" role="log" aria-label={words('chat_of', { name: phone.name })} {...log}>
      {shown.length === 0 && <FirstHello onSend={onSend} />}
      <ol>{rows}</ol>
      {!phone.online && held > 0 && <p class="held">{words('held', { count: held })}</p>}
      <Typing chat={key} />
    </div>
  );
}
