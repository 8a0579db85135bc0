import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import en from '../../../../wording/phone.en.json';
import id from '../../../../wording/phone.id.json';
import { fault_groups } from './faults';
import { wordOr, wordsOf } from './wording';

const tables: Record<string, Record<string, string>> = { id, en };
const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

it('both_languages_have_the_same_keys_and_placeholders', () => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(id).sort());
  for (const [key, text] of Object.entries(id)) {
    expect([key, placeholders(tables.en?.[key] ?? '')]).toEqual([key, placeholders(text)]);
  }
});

it('no_text_is_empty', () => {
  for (const table of Object.values(tables)) expect(Object.values(table)).not.toContain('');
});

it('every_fault_has_words_of_its_own', () => {
  const words = wordsOf('id');
  for (const group of fault_groups) {
    expect(wordOr(words, `fault_group.${group.name}`, '')).not.toBe('');
    for (const field of group.fields) {
      expect([field.path, wordOr(words, `fault.${field.path}`, '')]).not.toContain('');
    }
  }
});

it('every_key_is_used_by_some_part', () => {
  const sources = readdirSync(join(import.meta.dirname, '..'), { recursive: true })
    .map(String)
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'))
    .map((name) => readFileSync(join(import.meta.dirname, '..', name), 'utf8'))
    .join('\n');
  const families = [...sources.matchAll(/`([a-z_.]+)\$\{/g)].map((match) => String(match[1]));
  const unused = Object.keys(id).filter(
    (key) => !sources.includes(`'${key}'`) && !families.some((family) => key.startsWith(family)),
  );
  expect(unused).toEqual([]);
});

it('fills_placeholders_and_leaves_unknown_ones', () => {
  expect(wordsOf('en')('held', { count: 3 })).toContain('3 messages');
  expect(wordsOf('en')('held')).toContain('{count}');
});
