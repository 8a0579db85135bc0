// The office's wall clock on the page. Indonesia's three zones are fixed offsets without summer
// time, so a zone is a number of hours and no browser setting can move an appointment.

import type { World } from './world';

export type Zone = 'WIB' | 'WITA' | 'WIT';
export type Language = 'id' | 'en';

export const zones: Record<Zone, { hours: number; city: string }> = {
  WIB: { hours: 7, city: 'Jakarta' },
  WITA: { hours: 8, city: 'Makassar' },
  WIT: { hours: 9, city: 'Jayapura' },
};

const hour_ms = 3_600_000;
const day_ms = 24 * hour_ms;

// The emulator's now, run on from when we last heard it. A manual clock stands still.
export function nowOf(world: World, page_now_ms: number): Date {
  const heard = Date.parse(world.now);
  if (world.clock.mode === 'manual') return new Date(heard);
  const since_ms = Math.max(0, page_now_ms - world.now_seen_at_ms);
  return new Date(heard + since_ms * world.clock.speed);
}

// The same wall-clock reading as a UTC date, so that UTC getters and formats give local parts.
function shifted(at: Date, zone: Zone): Date {
  return new Date(at.getTime() + zones[zone].hours * hour_ms);
}

export function timeOfDay(at: Date, zone: Zone, language: Language): string {
  const local = shifted(at, zone).toISOString();
  const mark = language === 'id' ? '.' : ':';
  return `${local.slice(11, 13)}${mark}${local.slice(14, 16)}`;
}

export function secondsOfDay(at: Date, zone: Zone): string {
  return shifted(at, zone).toISOString().slice(17, 19);
}

export function dayInWords(at: Date, zone: Zone, language: Language): string {
  const locale = language === 'id' ? 'id-ID' : 'en-GB';
  return new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(shifted(at, zone));
}

// `2026-11-27`, for telling days apart.
export function localDay(at: Date, zone: Zone): string {
  return shifted(at, zone).toISOString().slice(0, 10);
}

// `2026-11-27T16:00` as a datetime-local field reads and writes it.
export function localField(at: Date, zone: Zone): string {
  return shifted(at, zone).toISOString().slice(0, 16);
}

export function fromLocalField(value: string, zone: Zone): Date | null {
  // Checked first: Date.parse reads even a lone ":00Z" as some day in 2000.
  if (!/^\d{4,}-\d\d-\d\dT\d\d:\d\d/.test(value)) return null;
  const as_utc = Date.parse(`${value.slice(0, 16)}:00Z`);
  return Number.isNaN(as_utc) ? null : new Date(as_utc - zones[zone].hours * hour_ms);
}

// Tomorrow at the given hour of the zone, seen from `at`.
export function tomorrowAt(hour: number, at: Date, zone: Zone): Date {
  const midnight = Math.floor(shifted(at, zone).getTime() / day_ms) * day_ms;
  return new Date(midnight + day_ms + (hour - zones[zone].hours) * hour_ms);
}

// The first weekday at least `days` after `at`, written as people write it in the chat: 02122026.
export function weekdayDigits(at: Date, zone: Zone, days: number): string {
  let day = shifted(at, zone).getTime() + days * day_ms;
  while ([0, 6].includes(new Date(day).getUTCDay())) day += day_ms;
  const [year, month, date] = new Date(day).toISOString().slice(0, 10).split('-');
  return `${date}${month}${year}`;
}
