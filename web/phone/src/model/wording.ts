// The page's words, from wording/phone.<language>.json. A key is checked by the compiler; that both
// languages have the same keys and placeholders is checked by a test.

import en from '../../../../wording/phone.en.json';
import id from '../../../../wording/phone.id.json';
import type { Language } from './time';

export type Word = keyof typeof id;
export type Words = (key: Word, values?: Record<string, string | number>) => string;

const tables: Record<Language, Record<Word, string>> = { id, en };

export function wordsOf(language: Language): Words {
  return (key, values = {}) =>
    tables[language][key].replace(/\{(\w+)\}/g, (whole, name: string) =>
      String(values[name] ?? whole),
    );
}

// For keys made from data (`fault.<path>`): the words, or the data itself when there are none.
export function wordOr(words: Words, key: string, otherwise: string): string {
  return key in tables.id ? words(key as Word) : otherwise;
}
