import { describe, expect, it } from 'vitest';
import { bubbleOf, reactionsOf, summaryOf, textOnly } from './bubble';
import { aMessage } from './testing';
import type { JsonObject } from './wire';

function shown(type: string, body: unknown, more: Partial<ReturnType<typeof aMessage>> = {}) {
  return bubbleOf(aMessage({ type, body: body as JsonObject, ...more }));
}

const button_message = {
  type: 'button',
  header: { type: 'text', text: 'Antrean Paspor' },
  body: { text: 'Jadwal paling cepat: *Jumat*' },
  footer: { text: 'Ketik MENU' },
  action: { buttons: [{ type: 'reply', reply: { id: 'v1:take', title: 'Ambil' } }] },
};

describe('what the office sends', () => {
  it.each([
    ['the part alone', button_message],
    ['the whole send', { messaging_product: 'whatsapp', interactive: button_message }],
  ])('reply buttons are read from %s', (_, body) => {
    const bubble = shown('interactive', body);
    expect(bubble.header).toBe('Antrean Paspor');
    expect(bubble.text).toBe('Jadwal paling cepat: *Jumat*');
    expect(bubble.footer).toBe('Ketik MENU');
    expect(bubble.buttons).toEqual([{ id: 'v1:take', title: 'Ambil', sent_as: 'button_reply' }]);
  });

  it('an_image_header_shows_the_emulators_copy', () => {
    const body = { ...button_message, header: { type: 'image', image: { id: '99' } } };
    const bubble = shown('interactive', body, { media_url: '/_emulator/media/99' });
    expect(bubble.media).toEqual({ kind: 'image', url: '/_emulator/media/99', name: '' });
  });

  it('a_list_keeps_its_sections_and_descriptions', () => {
    const bubble = shown('interactive', {
      type: 'list',
      body: { text: 'Pilih hari' },
      action: {
        button: 'Pilih hari',
        sections: [{ title: 'Minggu ini', rows: [{ id: 'd1', title: 'Jum 27 Nov' }] }],
      },
    });
    expect(bubble.menu).toEqual({
      button: 'Pilih hari',
      sections: [
        { title: 'Minggu ini', rows: [{ id: 'd1', title: 'Jum 27 Nov', description: '' }] },
      ],
    });
  });

  it('a_link_button_shows_its_words_and_address', () => {
    const bubble = shown('interactive', {
      type: 'cta_url',
      body: { text: 'Peta' },
      action: {
        name: 'cta_url',
        parameters: { display_text: 'Buka', url: 'https://office.example/p' },
      },
    });
    expect(bubble.links).toEqual([{ label: 'Buka', url: 'https://office.example/p' }]);
  });

  it('a_template_shows_the_emulators_filled_in_words', () => {
    const rendered: JsonObject = {
      header: 'Pengingat',
      body: 'Besok giliran Anda',
      footer: 'STOP',
      buttons: [
        { type: 'quick_reply', text: 'Saya datang', payload: 'v1:come' },
        { type: 'url', text: 'Tiket', url: 'https://office.example/t' },
      ],
    };
    const bubble = shown('template', { name: 'pengingat_h1' }, { rendered });
    expect([bubble.header, bubble.text, bubble.footer]).toEqual([
      'Pengingat',
      'Besok giliran Anda',
      'STOP',
    ]);
    expect(bubble.buttons).toEqual([
      { id: 'v1:come', title: 'Saya datang', sent_as: 'template_button' },
    ]);
    expect(bubble.links).toHaveLength(1);
  });

  it('a_template_with_a_document_in_its_head_shows_the_file', () => {
    const document = { id: '9', filename: 'tiket.pdf' };
    const components = [{ type: 'header', parameters: [{ type: 'document', document }] }];
    const more = { rendered: { body: 'Tiket', buttons: [] }, media_url: '/_emulator/media/9' };
    expect(shown('template', { name: 't', components }, more).media).toEqual({
      kind: 'document',
      url: '/_emulator/media/9',
      name: 'tiket.pdf',
    });
  });

  it('coordinates_may_be_strings_or_numbers', () => {
    const place = shown('location', { latitude: '-6.25', longitude: 106.82, name: 'Kantor' }).place;
    expect(place).toEqual({ name: 'Kantor', address: '', latitude: -6.25, longitude: 106.82 });
  });

  it.each([
    ['the array alone', [{ name: { formatted_name: 'Petugas' }, phones: [{ phone: '+62' }] }]],
    [
      'an object around it',
      { contacts: [{ name: { formatted_name: 'Petugas' }, phones: [{ phone: '+62' }] }] },
    ],
  ])('contacts are read from %s', (_, body) => {
    expect(shown('contacts', body).people).toEqual([{ name: 'Petugas', phones: ['+62'] }]);
  });

  it('a_type_without_a_picture_is_named', () => {
    expect(shown('hologram', {}).unknown_type).toBe('hologram');
    expect(shown('interactive', { type: 'catalog' }).unknown_type).toBe('catalog');
  });

  it('a_form_is_a_button_that_opens_it', () => {
    const action = { name: 'flow', parameters: { flow_cta: 'Isi formulir' } };
    expect(shown('interactive', { type: 'flow', action }).form).toBe('Isi formulir');
  });
});

describe('what the person sends', () => {
  const own = { direction: 'in' } as const;

  it.each([
    ['interactive', { type: 'button_reply', button_reply: { id: 'b', title: 'Ambil' } }, 'button'],
    ['interactive', { type: 'list_reply', list_reply: { id: 'b', title: 'Ambil' } }, 'list'],
    ['button', { payload: 'b', text: 'Ambil' }, 'button'],
  ] as const)('a tap of type %s %j is a note and its words', (type, body, tapped) => {
    const bubble = shown(type, body, own);
    expect([bubble.tapped, bubble.text]).toEqual([tapped, 'Ambil']);
  });

  it('a_voice_note_is_sound', () => {
    expect(shown('audio', { id: '1', voice: true }, own).media?.kind).toBe('audio');
    expect(shown('voice', { id: '1' }, own).media?.kind).toBe('audio');
  });
});

describe('a text-only client', () => {
  it('keeps_words_and_links_and_loses_widgets_and_pictures', () => {
    const bubble = textOnly({
      ...shown('interactive', button_message),
      links: [{ label: 'Peta', url: 'https://office.example' }],
      media: { kind: 'image', url: '/m/1', name: '' },
    });
    expect(bubble.buttons).toEqual([]);
    expect(bubble.menu).toBeNull();
    expect(bubble.media?.url).toBeNull();
    expect(bubble.text).toBe('Jadwal paling cepat: *Jumat*\nPeta: https://office.example');
  });
});

describe('reactions', () => {
  const reaction = (emoji: string, direction: 'in' | 'out' = 'in') =>
    aMessage({ type: 'reaction', direction, body: { message_id: 'wamid.7', emoji } });

  it('hang_on_the_message_they_point_to', () => {
    expect(reactionsOf([reaction('👍'), reaction('🙏', 'out')])).toEqual({
      'wamid.7': { in: '👍', out: '🙏' },
    });
  });

  it('an_empty_one_takes_the_earlier_away', () => {
    expect(reactionsOf([reaction('👍'), reaction('')])['wamid.7']?.in).toBe('');
  });
});

it('a_summary_is_one_line', () => {
  expect(summaryOf(aMessage({ body: { body: 'Nomor:\n\n*A-017*' } }))).toBe('Nomor: *A-017*');
});
