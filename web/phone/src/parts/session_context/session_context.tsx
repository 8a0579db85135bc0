// Hands the session to the parts below, and gives them words in the chosen language.

import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Session } from '../../link/session';
import { type Words, wordsOf } from '../../model/wording';

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('a part was drawn outside of SessionContext');
  return session;
}

export function useWords(): Words {
  return wordsOf(useSession().language.value);
}
