// One message as the phone shows it: words, pictures, tappable parts, time and ticks. A click opens
// its JSON; the button beside it does the same and more by keyboard.

import { bubbleOf, type Bubble as Drawing, textOnly } from '../../model/bubble';
import { timeOfDay } from '../../model/time';
import { Icon } from '../icon/icon';
import { Markup } from '../markup/markup';
import { useSession, useWords } from '../session_context/session_context';
import { Attached } from './attached';
import './bubble.css';
import { Actions } from './actions';
import type { BubbleProps } from './bubble_props';
import { Failure, Ticks } from './ticks';

type TapsProps = BubbleProps & { drawing: Drawing };

function Taps({ message, drawing, onSend, onOpenList, onOpenForm }: TapsProps) {
  const words = useWords();
  const { menu, form } = drawing;
  if (drawing.buttons.length === 0 && drawing.links.length === 0 && !menu && !form) return null;
  return (
    <div class="bubble-taps">
      {drawing.buttons.map(({ id, title, sent_as }) => (
        <button
          type="button"
          class="tap"
          key={id}
          onClick={() =>
            onSend(
              sent_as === 'button_reply'
                ? { type: sent_as, context: message.id, id, title }
                : { type: sent_as, context: message.id, payload: id, text: title },
            )
          }
        >
          {title}
        </button>
      ))}
      {menu && (
        <button type="button" class="tap" onClick={() => onOpenList(message, menu)}>
          <Icon name="list" />
          {menu.button}
        </button>
      )}
      {form && (
        <button type="button" class="tap" onClick={() => onOpenForm(message, form)}>
          <Icon name="list" />
          {form}
        </button>
      )}
      {drawing.links.map(({ label, url }) => (
        <a class="tap" key={url} href={url} target="_blank" rel="noreferrer noopener">
          <Icon name="link" />
          {label}
          <span class="for-readers"> {words('new_tab')}</span>
        </a>
      ))}
    </div>
  );
}

function Words({ drawing, quoted }: { drawing: Drawing; quoted: string | null }) {
  const words = useWords();
  return (
    <>
      {quoted !== null && <p class="bubble-quote">{quoted}</p>}
      {drawing.tapped && <p class="bubble-note">{words(`tapped_${drawing.tapped}`)}</p>}
      {drawing.header !== '' && <p class="bubble-header">{drawing.header}</p>}
      <Attached drawing={drawing} />
      {drawing.text !== '' && <Markup text={drawing.text} />}
      {drawing.unknown_type !== null && (
        <p class="bubble-note">{words('unknown_message', { type: drawing.unknown_type })}</p>
      )}
      {drawing.footer !== '' && <p class="bubble-footer">{drawing.footer}</p>}
    </>
  );
}

export function Bubble(props: BubbleProps) {
  const { message, text_only, on_its_way } = props;
  const session = useSession();
  const words = useWords();
  const full = bubbleOf(message);
  const drawing = text_only ? textOnly(full) : full;
  const side = message.direction === 'in' ? 'from-person' : 'from-office';
  const picked = session.picked.value?.id === message.id ? ' is-picked' : '';
  const failed = message.status === 'failed' ? ' is-failed' : '';
  const waiting = on_its_way ? ' is-on-its-way' : '';
  const at = timeOfDay(new Date(message.at), session.zone.value, session.language.value);

  const onClick = (event: MouseEvent) => {
    const target = event.target as HTMLElement;
    if (!target.closest('a, button, audio, video, summary')) session.pick(message);
  };

  return (
    <li class={`bubble-row ${side}${waiting}`}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the JSON button beside it is the keyboard's way */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: as above */}
      <div class={`bubble${picked}${failed}`} onClick={onClick}>
        <span class="for-readers">{words(`says_${message.direction}`)}</span>
        <Words drawing={drawing} quoted={props.quoted} />
        <p class="bubble-meta">
          <span>{at}</span>
          <Ticks message={message} />
        </p>
        {props.reactions.length > 0 && <p class="bubble-reactions">{props.reactions.join(' ')}</p>}
      </div>
      <Actions {...props} />
      <Failure message={message} />
      <Taps {...props} drawing={drawing} />
    </li>
  );
}
