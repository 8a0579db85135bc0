// What a newcomer sees: one line and one button. Also the faces of waiting and of no emulator.

import { phones_first } from '../../link/session';
import { useSession, useWords } from '../session_context/session_context';
import './start.css';

export function Start() {
  const session = useSession();
  const words = useWords();
  if (!session.loaded.value) {
    return (
      <div class="start">
        <p role="status">{words(session.line.value === 'lost' ? 'no_emulator' : 'loading')}</p>
      </div>
    );
  }
  return (
    <div class="start">
      <p>{words('start')}</p>
      <button type="button" class="primary" onClick={() => void session.addPhones(phones_first)}>
        {words('start_button')}
      </button>
    </div>
  );
}
