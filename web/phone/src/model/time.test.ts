import { describe, expect, it } from 'vitest';
import { sampleSentences } from './samples';
import {
  dayInWords,
  fromLocalField,
  localDay,
  localField,
  nowOf,
  timeOfDay,
  tomorrowAt,
  weekdayDigits,
} from './time';
import { empty_world } from './world';

const late = new Date('2026-11-24T17:30:00Z');

describe('the office clock', () => {
  it.each([
    ['WIB', '00.30', '2026-11-25'],
    ['WITA', '01.30', '2026-11-25'],
    ['WIT', '02.30', '2026-11-25'],
  ] as const)('in %s it is %s of %s', (zone, time, day) => {
    expect([timeOfDay(late, zone, 'id'), localDay(late, zone)]).toEqual([time, day]);
  });

  it('english_writes_a_colon', () => {
    expect(timeOfDay(late, 'WIB', 'en')).toBe('00:30');
  });

  it('says_the_day_in_words', () => {
    expect(dayInWords(late, 'WIB', 'id')).toBe('Rabu, 25 November 2026');
    expect(dayInWords(late, 'WIB', 'en').replace(',', '')).toBe('Wednesday 25 November 2026');
  });

  it('tomorrow_16_counts_from_the_offices_day_not_the_browsers', () => {
    expect(tomorrowAt(16, late, 'WIB').toISOString()).toBe('2026-11-26T09:00:00.000Z');
  });

  it('a_typed_date_is_the_offices_wall_clock_and_back', () => {
    const at = fromLocalField('2026-11-27T08:20', 'WIT');
    expect(at?.toISOString()).toBe('2026-11-26T23:20:00.000Z');
    expect(at && localField(at, 'WIT')).toBe('2026-11-27T08:20');
    expect(fromLocalField('', 'WIB')).toBeNull();
  });

  it('a_manual_clock_stands_and_a_running_one_keeps_its_speed', () => {
    const heard = { ...empty_world, now: '2026-11-24T01:00:00Z', now_seen_at_ms: 1000 };
    const at = (mode: 'real' | 'manual', speed: number) =>
      nowOf({ ...heard, clock: { mode, speed } }, 3000).toISOString();
    expect(at('manual', 60)).toBe('2026-11-24T01:00:00.000Z');
    expect(at('real', 60)).toBe('2026-11-24T01:02:00.000Z');
  });
});

describe('sample sentences', () => {
  it('the_dated_one_names_a_weekday_of_next_week', () => {
    expect(weekdayDigits(new Date('2026-11-24T01:00:00Z'), 'WIB', 7)).toBe('01122026');
    expect(weekdayDigits(new Date('2026-11-28T01:00:00Z'), 'WIB', 7)).toBe('07122026');
    const sentences = sampleSentences(new Date('2026-11-24T01:00:00Z'), 'WIB');
    expect(sentences).toContain('#SITI RAHAYU#14051990#01122026');
  });
});
