// What can be done with a message: answer it, react to it, see its JSON.

import { useState } from 'preact/hooks';
import { Icon } from '../icon/icon';
import { useSession, useWords } from '../session_context/session_context';
import type { BubbleProps } from './bubble_props';

const reaction_emoji = '👍';

export function Actions({ message, reactions, onReply, onSend }: BubbleProps) {
  const session = useSession();
  const words = useWords();
  const [open, setOpen] = useState(false);
  const reacted = reactions.includes(reaction_emoji);

  const choose = (act: () => void) => () => {
    setOpen(false);
    act();
  };
  const react = () => {
    const emoji = reacted ? '' : reaction_emoji;
    onSend({ type: 'reaction', reaction: { message_id: message.id, emoji } });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setOpen(false);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only listens for Escape from its buttons
    <div class="bubble-actions" onKeyDown={onKeyDown}>
      <button type="button" class="bubble-more" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name="more" />
        <span class="for-readers">{words('message_actions')}</span>
      </button>
      {open && (
        <div class="bubble-action-list">
          <button type="button" onClick={choose(() => onReply(message))}>
            <Icon name="reply" />
            {words('reply')}
          </button>
          {message.direction === 'out' && (
            <button type="button" onClick={choose(react)}>
              <span aria-hidden="true">{reaction_emoji}</span>
              {words(reacted ? 'unreact' : 'react')}
            </button>
          )}
          <button type="button" onClick={choose(() => session.pick(message))}>
            <Icon name="braces" />
            {words('see_json')}
          </button>
        </div>
      )}
    </div>
  );
}
