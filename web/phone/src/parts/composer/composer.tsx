// Where the person writes: ready-made sentences, attachments, text and send. Enter sends, Shift and
// Enter begins a new line. What could not be sent stays in the field.

import { useId, useRef, useState } from 'preact/hooks';
import type { OpenPhone } from '../../link/session';
import { summaryOf } from '../../model/bubble';
import { sampleSentences } from '../../model/samples';
import { localDay } from '../../model/time';
import type { JsonObject, Message, Phone } from '../../model/wire';
import { Icon } from '../icon/icon';
import { useSession, useWords } from '../session_context/session_context';
import './composer.css';

interface Props {
  open: OpenPhone;
  phone: Phone;
  quoting: Message | null;
  onDropQuote: () => void;
  onAttach: () => void;
  onSend: (message: JsonObject) => Promise<boolean>;
}

function Samples({ onChoose }: { onChoose: (sentence: string) => void }) {
  const session = useSession();
  const words = useWords();
  const zone = session.zone.value;
  const day = useRef({ local: '', sentences: [] as string[] });
  const now = session.now.value;
  if (day.current.local !== localDay(now, zone)) {
    day.current = { local: localDay(now, zone), sentences: sampleSentences(now, zone) };
  }
  return (
    <ul class="samples" aria-label={words('samples')}>
      {day.current.sentences.map((sentence) => (
        <li key={sentence}>
          <button type="button" onClick={() => onChoose(sentence)}>
            {sentence}
          </button>
        </li>
      ))}
    </ul>
  );
}

export function Composer({ open, phone, quoting, onDropQuote, onAttach, onSend }: Props) {
  const session = useSession();
  const words = useWords();
  const [text, setText] = useState('');
  const field = useId();
  const blocked = phone.blocked.includes(open.number);
  const why_not = blocked ? 'you_blocked' : phone.online ? null : 'you_are_offline';

  const say = async (sentence: string) => {
    if (sentence.trim() === '') return;
    const sent = await onSend({ type: 'text', text: { body: sentence } });
    if (sent && sentence === text) setText('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && quoting) onDropQuote();
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    void say(text);
  };

  if (why_not) {
    const back = () =>
      blocked
        ? { blocked: phone.blocked.filter((number) => number !== open.number) }
        : { online: true };
    return (
      <div class="composer composer-closed">
        <p>{words(why_not)}</p>
        <button
          type="button"
          class="secondary"
          onClick={() => void session.changePhone(open.wa_id, back())}
        >
          {words(blocked ? 'unblock' : 'go_online')}
        </button>
      </div>
    );
  }
  return (
    <div class="composer">
      <Samples onChoose={(sentence) => void say(sentence)} />
      {quoting && (
        <div class="quoting">
          <p>
            <strong>{words('replying_to')}</strong> {summaryOf(quoting)}
          </p>
          <button type="button" class="icon-button" onClick={onDropQuote}>
            <Icon name="close" />
            <span class="for-readers">{words('drop_quote')}</span>
          </button>
        </div>
      )}
      <form
        class="write"
        onSubmit={(event) => {
          event.preventDefault();
          void say(text);
        }}
      >
        <button type="button" class="icon-button" onClick={onAttach}>
          <Icon name="attach" />
          <span class="for-readers">{words('attach')}</span>
        </button>
        <label class="for-readers" for={field}>
          {words('write_as', { name: phone.name })}
        </label>
        <textarea
          id={field}
          rows={1}
          placeholder={words('write')}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <button type="submit" class="send" disabled={text.trim() === ''}>
          <Icon name="send" />
          <span class="for-readers">{words('send')}</span>
        </button>
      </form>
    </div>
  );
}
