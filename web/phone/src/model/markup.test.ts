import { describe, expect, it } from 'vitest';
import { parseMarkup, type Span } from './markup';

// The tree in short: *bold* as [b:…], _italic_ as [i:…], ~strike~ as [s:…], mono as [m:…], links <…>.
function short(spans: Span[]): string {
  return spans
    .map((span) => {
      switch (span.kind) {
        case 'text':
          return span.text;
        case 'link':
          return `<${span.href}>`;
        case 'mono':
          return `[m:${span.text}]`;
        default:
          return `[${span.kind[0]}:${short(span.inside)}]`;
      }
    })
    .join('');
}

describe('markup', () => {
  it.each([
    ['Datang: *Jumat, 27 November*', 'Datang: [b:Jumat, 27 November]'],
    ['_perpanjang_ ~batal~', '[i:perpanjang] [s:batal]'],
    ['*_dua_ tingkat*', '[b:[i:dua] tingkat]'],
    ['```kode *apa adanya*```', '[m:kode *apa adanya*]'],
    ['```belum ditutup', '```belum ditutup'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['nama_file_panjang', 'nama_file_panjang'],
    ['*tebal\ntidak lewat baris*', '*tebal\ntidak lewat baris*'],
    ['(*tebal*).', '([b:tebal]).'],
    ['** kosong **', '** kosong **'],
    ['lihat https://office.example/t/8Q2.', 'lihat <https://office.example/t/8Q2>.'],
    ['https://office.example/a_b_c', '<https://office.example/a_b_c>'],
    ['javascript:alert(1)', 'javascript:alert(1)'],
    ['<b>bukan html</b>', '<b>bukan html</b>'],
    ['', ''],
  ])('%j is %j', (text, tree) => {
    expect(short(parseMarkup(text))).toBe(tree);
  });

  it('hostile_nesting_loses_no_letter_and_ends', () => {
    const text = '*a_b~c'.repeat(700);
    expect(short(parseMarkup(text)).replace(/[^abc]/g, '')).toHaveLength(3 * 700);
  });
});
