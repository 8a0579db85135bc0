import { render } from 'preact';
import { Session } from './link/session';
import { Simulator } from './pages/simulator';
import { SessionContext } from './parts/session_context/session_context';

const session = new Session();
document.documentElement.lang = session.language.value;
session.start();

const place = document.getElementById('app');
if (place) {
  render(
    <SessionContext.Provider value={session}>
      <Simulator />
    </SessionContext.Provider>,
    place,
  );
}
