// Ready-made things to say and to attach, so that a newcomer need not think of a sentence.

import { weekdayDigits, type Zone } from './time';
import type { JsonObject } from './wire';

// Sentences people of the pilot years really sent; the date is always a weekday of next week.
export function sampleSentences(now: Date, zone: Zone): string[] {
  return [
    'halo',
    'mau daftar paspor',
    `#SITI RAHAYU#14051990#${weekdayDigits(now, zone, 7)}`,
    'Siti Rahayu, 14-05-1990',
    'antrian saya',
    'reschedule ke lusa',
    'berapa antrian lagi?',
    'gak jadi',
    'syarat paspor anak',
    'mau ngomong sama petugas',
    'english please',
  ];
}

export type AttachmentKind =
  | 'image'
  | 'voice'
  | 'sticker'
  | 'document'
  | 'location'
  | 'contacts'
  | 'unsupported';

export const attachment_kinds: AttachmentKind[] = [
  'image',
  'voice',
  'sticker',
  'document',
  'location',
  'contacts',
  'unsupported',
];

// What an attachment of each kind carries; ids and checksums are the emulator's business.
// `picture` is a PNG in base64 for the kinds that show one; without it the emulator takes its own.
export function attachment(kind: AttachmentKind, person: string, picture: string): JsonObject {
  const data: JsonObject = picture === '' ? {} : { data: picture };
  switch (kind) {
    case 'image':
      return { type: kind, image: { mime_type: 'image/png', caption: 'Foto KTP', ...data } };
    case 'voice':
      return { type: kind, voice: { mime_type: 'audio/ogg; codecs=opus' } };
    case 'sticker':
      return { type: kind, sticker: { mime_type: 'image/webp', ...data } };
    case 'document':
      return {
        type: kind,
        document: { mime_type: 'application/pdf', filename: 'kartu-keluarga.pdf' },
      };
    case 'location':
      return { type: kind, location: { latitude: -6.2566, longitude: 106.8269, name: 'Rumah' } };
    case 'contacts':
      return {
        type: kind,
        contacts: [
          {
            name: { formatted_name: person, first_name: person },
            phones: [{ phone: '+62 812-5550-0199', type: 'CELL' }],
          },
        ],
      };
    case 'unsupported':
      return { type: kind, unsupported: { type: 'poll' } };
  }
}

// Made-up people for new phones, taken in order.
export const sample_people = [
  'Siti Rahayu',
  'Budi Santoso',
  'Dewi Lestari',
  'Agus Wijaya',
  'Made Sukarta',
  'Maria Tanggu',
  'Ucok Siregar',
  'Yohana Wanggai',
];

export function nextPerson(taken: string[]): string {
  const free = sample_people.find((name) => !taken.includes(name));
  return free ?? `${sample_people[taken.length % sample_people.length]} ${taken.length + 1}`;
}
