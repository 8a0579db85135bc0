// How far a message got: ticks with words for readers, and the reason when it failed.

import type { Message } from '../../model/wire';
import { Icon } from '../icon/icon';
import { useWords } from '../session_context/session_context';

export function Ticks({ message }: { message: Message }) {
  const words = useWords();
  const { status } = message;
  if (status === null) return null;
  const icon = status === 'sent' ? 'tick' : status === 'failed' ? 'warning' : 'ticks';
  return (
    <span class={`ticks ticks-${status}`} title={words(`status_${status}`)}>
      <Icon name={icon} />
      <span class="for-readers">{words(`status_${status}`)}</span>
    </span>
  );
}

export function Failure({ message }: { message: Message }) {
  const words = useWords();
  if (message.status !== 'failed') return null;
  const { error } = message;
  const reason = error?.error_data?.details ?? error?.message ?? error?.title ?? '';
  return (
    <p class="bubble-failure">
      <strong>{words('not_arrived')}</strong> {reason}
      {error?.code !== undefined && <span class="bubble-code"> ({error.code})</span>}
    </p>
  );
}
