// The transcripts that a clerk reviews are those that the tests play, and lose nothing on the way.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pagesOf, readPairs, stalePages } from '../transcripts.mjs';
import { readDialogue } from '../transcripts/dialogue.mjs';
import { withMarks } from '../transcripts/marks.mjs';

const sample = `# Booking: A ticket
# One of everything.
full 2026-11-25
P: halo ⏎ min
B: **Antrean Paspor**
   Selamat *pagi* <Siti>.
   ${''}
   1. Sel 24 Nov
   [Ambil jadwal ini] [Menu lain]
   _Ketik MENU kapan saja_
P: [Ambil jadwal ini]
B: {QR ANTRE1:jakarta-selatan:07HP2Z | A-001 | Jumat, 27 November 2026, 08.00 WIB}
   Tercatat
   {or kantor_tutup | Jakarta | banjir}
B: {pin Kantor | Jl. Raya No. 1}
budget 3 in 3 out
P: <voice>
B: Pilih hari
   [= Pilih hari]
   - Sel 24 Nov (Paling cepat (WIB))
   - Hari lain
`;

test('a dialogue file is read line for line', () => {
  const { items, ...head } = readDialogue(sample);
  assert.deepEqual(head, {
    chapter: 'Booking',
    title: 'A ticket',
    what: 'One of everything.',
    in: 3,
    out: 4,
  });
  const [event, said, greeting, tapped, ticket, pin, budget, voice, list] = items;
  assert.equal(event.text, 'Others have filled Wednesday, 25 November 2026');
  assert.deepEqual(said, { kind: 'said', way: 'typed', lines: ['halo', 'min'] });
  assert.equal(greeting.header, 'Antrean Paspor');
  assert.deepEqual(greeting.body, ['Selamat *pagi* <Siti>.', '', '1. Sel 24 Nov']);
  assert.deepEqual(greeting.buttons, ['Ambil jadwal ini', 'Menu lain']);
  assert.equal(greeting.footer, 'Ketik MENU kapan saja');
  assert.deepEqual(tapped.lines, ['Ambil jadwal ini']);
  assert.equal(ticket.ticket.number, 'A-001');
  assert.deepEqual(ticket.instead, { name: 'kantor_tutup', parameters: ['Jakarta', 'banjir'] });
  assert.deepEqual(pin, { kind: 'pin', name: 'Kantor', address: 'Jl. Raya No. 1' });
  assert.deepEqual(budget, { kind: 'budget', in: 2, out: 3, inMax: 3, outMax: 3 });
  assert.equal(voice.way, 'voice');
  assert.deepEqual(list.menu, {
    button: 'Pilih hari',
    rows: [
      { title: 'Sel 24 Nov', description: 'Paling cepat (WIB)' },
      { title: 'Hari lain', description: '' },
    ],
  });
});

test('a dialogue without its heading, and an event without a word for it, are refused', () => {
  assert.throws(() => readDialogue('P: halo\nB: Selamat pagi\n'), /first lines/);
  assert.throws(() => readDialogue('# A: b\n# c\nfloods 2026-11-25\n'), /no word for "floods/);
});

test('only what WhatsApp marks is marked', () => {
  const write = {
    plain: (text) => text,
    bold: (text) => `<b>${text}</b>`,
    italic: (text) => `<i>${text}</i>`,
    link: (text) => `<a>${text}</a>`,
  };
  const check = (line, expected) => assert.equal(withMarks(line, write), expected);
  check('*A-001*, (_Senin_). Rp5', '<b>A-001</b>, (<i>Senin</i>). Rp5');
  check('kantor_tutup_lagi 2*3', 'kantor_tutup_lagi 2*3');
  check('https://wa.me/62?text=a_b_c ya', '<a>https://wa.me/62?text=a_b_c</a> ya');
});

test('both pages draw every part, and nothing that is said becomes markup', () => {
  const dialogue = readDialogue(sample);
  const pages = pagesOf([{ name: 'sample', indonesian: dialogue, english: dialogue }]);
  const once = ['Antrean Paspor', 'Menu lain', 'kantor_tutup', 'Hari lain', '07HP2Z', 'Jl. Raya'];
  for (const [path, text] of pages) {
    const plain = text.replaceAll('\\', '');
    for (const part of once) assert.equal(plain.split(part).length - 1, 2, `${path}: ${part}`);
    assert.ok(!text.includes('<Siti>'), path);
  }
});

test('every dialogue has both languages and the pages are made from them as they are now', () => {
  assert.ok(readPairs().length > 40);
  assert.deepEqual(stalePages(), [], 'run node tools/transcripts.mjs');
});
