import { expect, it } from 'vitest';
import { parsePreferences } from './preferences';

it.each([
  ['', {}, { number: null, phones: null, language: 'id', zone: 'WIB' }],
  ['?number=301&phones=2&lang=en', {}, { number: '301', phones: 2, language: 'en', zone: 'WIB' }],
  [
    '?phones=zero',
    { language: 'en', zone: 'WIT' },
    { number: null, phones: null, language: 'en', zone: 'WIT' },
  ],
  [
    '?lang=id',
    { language: 'en', zone: 'nowhere' },
    { number: null, phones: null, language: 'id', zone: 'WIB' },
  ],
])('%j with %j kept', (address, kept, expected) => {
  expect(parsePreferences(address, kept)).toEqual(expected);
});
