// What a visit starts with: the address (?number=…&phones=2&lang=en) before what was kept from the
// last visit, before the defaults.

import { type Language, type Zone, zones } from '../model/time';

export interface Preferences {
  number: string | null;
  // null: the address does not say, so show who is there and create nobody.
  phones: number | null;
  language: Language;
  zone: Zone;
}

const storage_key = 'antre-phone';

function kept(): { language?: string; zone?: string } {
  try {
    return JSON.parse(localStorage.getItem(storage_key) ?? '{}') as { language?: string };
  } catch {
    return {};
  }
}

export function parsePreferences(
  address: string,
  kept_before: { language?: string; zone?: string },
): Preferences {
  const query = new URLSearchParams(address);
  const phones = Number.parseInt(query.get('phones') ?? '', 10);
  const language = query.get('lang') ?? kept_before.language;
  const zone = kept_before.zone ?? '';
  return {
    number: query.get('number'),
    phones: phones > 0 ? phones : null,
    language: language === 'en' ? 'en' : 'id',
    zone: zone in zones ? (zone as Zone) : 'WIB',
  };
}

export function readPreferences(): Preferences {
  return parsePreferences(location.search, kept());
}

export function writePreferences(keep: { language: Language; zone: Zone }): void {
  try {
    localStorage.setItem(storage_key, JSON.stringify(keep));
  } catch {
    // Storage may be switched off; the choice then lasts for this visit only.
  }
}

// Keeps the address such that a reload or a shared link shows the same table.
export function writeAddress(number: string, phones: number): void {
  const query = new URLSearchParams(location.search);
  query.set('number', number);
  query.set('phones', String(phones));
  history.replaceState(null, '', `?${query}`);
}
