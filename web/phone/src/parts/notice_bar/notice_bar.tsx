// Trouble, said plainly: the emulator is away, or it refused what was asked.

import { Icon } from '../icon/icon';
import { useSession, useWords } from '../session_context/session_context';
import './notice_bar.css';

export function NoticeBar() {
  const session = useSession();
  const words = useWords();
  const { notice, line } = session;
  const lost = line.value === 'lost';
  const said = notice.value;
  const text = lost
    ? words('line_lost')
    : said === null
      ? null
      : said === 'away'
        ? words('away')
        : said === 'unknown_number'
          ? words('unknown_number')
          : words('refused', { reason: said.replace(/^refused:/, '') });

  return (
    <div class="notice-place" role="alert">
      {text !== null && (
        <div class="notice">
          <Icon name="warning" />
          <p>{text}</p>
          {lost ? (
            <button type="button" class="secondary" onClick={() => session.retryNow()}>
              {words('retry_now')}
            </button>
          ) : (
            <button
              type="button"
              class="icon-button"
              onClick={() => {
                notice.value = null;
              }}
            >
              <Icon name="close" />
              <span class="for-readers">{words('close')}</span>
            </button>
          )}
        </div>
      )}
    </div>
  );
}
