// The fake emulator's office: what it answers to the few sentences the tests say.

import type { JsonObject, Message } from '../src/model/wire';

type Answer = Partial<Message> & { type: string };

const dark = 'M1 1h7v7h-7zM21 1h7v7h-7zM1 21h7v7h-7z';
const light = 'M2 2h5v5h-5zM22 2h5v5h-5zM2 22h5v5h-5z';
const eyes = 'M3 3h3v3h-3zM23 3h3v3h-3zM3 23h3v3h-3z';

function cells(): string {
  let path = '';
  for (let y = 1; y < 28; y += 1) {
    for (let x = 1; x < 28; x += 1) {
      const corner = (x < 9 && y < 9) || (x > 19 && y < 9) || (x < 9 && y > 19);
      if (!corner && (x * 7 + y * 13 + x * y) % 5 < 2) path += `M${x} ${y}h1v1h-1z`;
    }
  }
  return path;
}

// A picture that looks like a QR code; nobody scans it.
export const qr_picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 29 29" width="290"
  height="290"><rect width="29" height="29" fill="#fff"/><path d="${dark}"/>
  <path fill="#fff" d="${light}"/><path d="${eyes}"/><path d="${cells()}"/></svg>`;

function text(body: string): Answer {
  return { type: 'text', body: { type: 'text', text: { body } } };
}

function buttons(body: string, titles: string[], header = '', footer = ''): Answer {
  const interactive: JsonObject = {
    type: 'button',
    body: { text: body },
    action: {
      buttons: titles.map((title, index) => ({
        type: 'reply',
        reply: { id: `v1:b${index}`, title },
      })),
    },
  };
  if (header) interactive.header = { type: 'text', text: header };
  if (footer) interactive.footer = { text: footer };
  return { type: 'interactive', body: { type: 'interactive', interactive } };
}

const menu: Answer = {
  type: 'interactive',
  body: {
    type: 'interactive',
    interactive: {
      type: 'list',
      body: {
        text:
          'Apa yang Anda perlukan?\n\n1. Antrean saya\n2. Ubah jadwal\n3. Syarat dokumen\n\n' +
          'Boleh juga balas dengan angkanya.',
      },
      action: {
        button: 'Buka menu',
        sections: [
          {
            title: 'Antrean',
            rows: [
              {
                id: 'm1',
                title: 'Antrean saya',
                description: 'Nomor, jam datang, kode QR',
              },
              { id: 'm2', title: 'Ubah jadwal', description: 'Pindah hari atau jam' },
            ],
          },
          {
            title: 'Keterangan',
            rows: [{ id: 'm3', title: 'Syarat dokumen', description: 'Apa saja yang dibawa' }],
          },
        ],
      },
    },
  },
};

const ticket: Answer = {
  type: 'image',
  media_url: '/_emulator/media/qr',
  body: {
    type: 'image',
    image: {
      id: '1037543291543636',
      caption:
        '✅ Antrean Anda sudah tercatat\n\nNomor: *A-017*\nKode: *7F3K9Q*\nNama: Siti Rahayu\n' +
        'Datang: *Jumat, 27 November 2026, 08.20 WIB*\n\nTunjukkan gambar ini di pintu masuk.',
    },
  },
};

export const reminder: Answer = {
  type: 'template',
  body: {
    type: 'template',
    template: { name: 'pengingat_h1', language: { code: 'id' } },
  },
  rendered: {
    body: 'Besok giliran Anda di Kantor Imigrasi Jakarta Selatan.\n\nNomor: *A-017*',
    footer: 'Ketik STOP untuk berhenti',
    buttons: [
      { type: 'quick_reply', text: 'Saya datang', payload: 'v1:come' },
      { type: 'url', text: 'Buka tiket', url: 'https://office.example/t/8Q2' },
    ],
  },
};

const failed: Answer = {
  ...text('Ini tidak akan sampai.'),
  status: 'failed',
  error: {
    code: 131047,
    title: 'Re-engagement message',
    error_data: { details: 'More than 24 hours have passed since the customer last replied.' },
  },
};

function heard(message: Message): string {
  const { body } = message;
  const interactive = body.interactive as JsonObject | undefined;
  const reply = (interactive?.button_reply ?? interactive?.list_reply) as JsonObject | undefined;
  return String(reply?.title ?? (body.text as JsonObject | undefined)?.body ?? message.type);
}

export function answersTo(message: Message): Answer[] {
  if (message.type === 'reaction') return [];
  switch (heard(message)) {
    case 'halo':
      return [
        buttons(
          'Selamat pagi. Ini layanan resmi antrean paspor *Kantor Imigrasi Jakarta Selatan*. ' +
            'Gratis.\n\nJadwal paling cepat: *Jumat, 27 November, 08.20 WIB*.\n\nTekan tombol, ' +
            'atau ketik saja keperluan Anda. Contoh: _perpanjang paspor besok pagi 2 orang_',
          ['Ambil jadwal ini', 'Pilih hari lain', 'Menu lain'],
          'Antrean Paspor',
          'Ketik MENU, BATAL, PETUGAS, atau ENGLISH kapan saja',
        ),
      ];
    case 'Ambil jadwal ini':
      return [
        text(
          'Baik, *Jumat 27 November 08.20* kami tahan 5 menit.\n\nKirim *nama lengkap* dan ' +
            '*tanggal lahir* dalam satu pesan.\nContoh: Siti Rahayu, 14-05-1990',
        ),
      ];
    case 'Siti Rahayu, 14-05-1990':
      return [ticket];
    case 'Menu lain':
      return [menu];
    case 'gagal':
      return [failed];
    case 'Antrean saya':
    case '1':
      return [ticket];
    default:
      return [text(`Kami menerima: ${heard(message)}`)];
  }
}
