import { first_number } from './fake_emulator';
import { reminder } from './fake_office';
import { expect, expectAccessible, phoneOf, shoot, test } from './table';

const siti_wa_id = '6281255500101';

test('a text-only phone gets words without widgets and answers by number', async ({
  page,
  open,
}) => {
  await open();
  const siti = phoneOf(page, 'Siti Rahayu');
  await siti.getByRole('button', { name: 'Setelan ponsel' }).click();
  await siti.getByRole('switch', { name: 'Ponsel hanya teks' }).check();
  await expectAccessible(page);
  await shoot(page, 'settings-1440');
  await siti.getByRole('button', { name: 'Tutup' }).click();
  await expect(siti.getByText('hanya teks', { exact: true })).toBeVisible();

  await siti.getByRole('textbox').fill('Menu lain');
  await siti.getByRole('textbox').press('Enter');
  await expect(siti.getByText('1. Antrean saya')).toBeVisible();
  await expect(siti.getByRole('button', { name: 'Buka menu' })).toHaveCount(0);
  await siti.getByRole('textbox').fill('1');
  await siti.getByRole('button', { name: 'Kirim', exact: true }).click();
  await expect(siti.getByText('Antrean Anda sudah tercatat')).toBeVisible();
  await expect(siti.getByRole('img', { name: 'Gambar dari pesan' })).toHaveCount(0);
});

test('an offline phone holds messages until it is connected again', async ({
  page,
  open,
  emulator,
}) => {
  await open();
  const siti = phoneOf(page, 'Siti Rahayu');
  await siti.getByRole('button', { name: 'Setelan ponsel' }).click();
  await siti.getByRole('switch', { name: 'Tersambung' }).uncheck();
  await siti.getByRole('button', { name: 'Tutup' }).click();
  await expect(siti.getByText('Ponsel ini luring.')).toBeVisible();
  const text = { type: 'text', body: { body: 'Besok giliran Anda' }, status: 'sent' } as const;
  const message = emulator.say(siti_wa_id, first_number, text);
  await expect(siti.getByText('1 pesan menunggu')).toBeVisible();
  await expect(siti.getByText('Besok giliran Anda')).toHaveCount(0);
  await expectAccessible(page);
  await siti.getByRole('button', { name: 'Sambungkan' }).click();
  emulator.setStatus(siti_wa_id, first_number, message, 'delivered');
  await expect(siti.getByText('Besok giliran Anda')).toBeVisible();
  await expect(siti.getByTitle('Dibaca')).toBeVisible();
});

test('every kind of attachment can be sent, twice if wanted', async ({ page, open, emulator }) => {
  await open();
  const siti = phoneOf(page, 'Siti Rahayu');
  await siti.getByRole('button', { name: 'Setelan ponsel' }).click();
  await siti.getByRole('switch', { name: 'Kirim dua kali' }).check();
  await page.keyboard.press('Escape');
  const kinds = {
    Foto: 'image',
    'Pesan suara': 'voice',
    Stiker: 'sticker',
    Dokumen: 'document',
    Lokasi: 'location',
    Kontak: 'contacts',
    'Tak didukung': 'unsupported',
  };
  for (const [name, type] of Object.entries(kinds)) {
    await siti.getByRole('button', { name: 'Lampirkan' }).click();
    if (type === 'image') await shoot(page, 'attachments-1440');
    await siti.getByRole('dialog').getByRole('button', { name, exact: true }).click();
    const heard = type === 'voice' ? 'audio' : type;
    await expect(siti.getByText(`Kami menerima: ${heard}`)).toBeVisible();
  }
  const sent = emulator.requests.filter(({ path }) => path.endsWith('/send'));
  expect(sent.map(({ body }) => body.type)).toEqual(Object.values(kinds));
  expect(sent.every(({ body }) => body.times === 2)).toBe(true);
  await expectAccessible(page);
  await shoot(page, 'attached-1440');
});

test('templates, failures, reactions and quotations are drawn', async ({
  page,
  open,
  emulator,
}) => {
  await open();
  const siti = phoneOf(page, 'Siti Rahayu');
  await siti.getByRole('textbox').fill('gagal');
  await siti.getByRole('textbox').press('Enter');
  await expect(siti.getByText('Tidak sampai.')).toBeVisible();
  await expect(siti.getByText('(131047)')).toBeVisible();

  emulator.say(siti_wa_id, first_number, { ...reminder, status: 'delivered' });
  await expect(siti.getByRole('link', { name: 'Buka tiket' })).toBeVisible();
  await siti.getByRole('button', { name: 'Tindakan untuk pesan ini' }).last().click();
  await siti.getByRole('button', { name: 'Suka' }).click();
  await expect(siti.locator('.bubble-reactions')).toHaveText('👍');
  await siti.getByRole('button', { name: 'Tindakan untuk pesan ini' }).last().click();
  await siti.getByRole('button', { name: 'Balas', exact: true }).click();
  await expect(siti.getByText('Membalas:')).toBeVisible();
  await shoot(page, 'template-1440');
  await siti.getByRole('textbox').fill('baik');
  await siti.getByRole('textbox').press('Enter');
  await expect(siti.locator('.bubble-quote')).toContainText('Besok giliran Anda');
  await siti.getByRole('button', { name: 'Saya datang' }).click();
  const tap = emulator.requests.findLast(({ path }) => path.endsWith('/send'));
  expect(tap?.body).toMatchObject({ type: 'template_button', payload: 'v1:come' });
  await expectAccessible(page);
});

test('the office is chosen by search and each phone has its own', async ({ page, open }) => {
  await open();
  const budi = phoneOf(page, 'Budi Santoso');
  await budi.getByRole('button', { name: 'Bicara dengan' }).click();
  await expect(budi.getByText('27 kantor')).toBeVisible();
  await budi.getByRole('searchbox').fill('jaya');
  await expect(budi.getByText('1 kantor')).toBeVisible();
  await expectAccessible(page);
  await shoot(page, 'offices-1440');
  await budi.getByRole('searchbox').press('Enter');
  await expect(budi.getByRole('button', { name: 'Kantor Imigrasi Jayapura' })).toBeVisible();
  await expect(
    phoneOf(page, 'Siti Rahayu').getByRole('button', { name: 'Kantor Imigrasi Jakarta Selatan' }),
  ).toBeVisible();
});

test('blocking, renaming, hiding and changing the number', async ({ page, open }) => {
  await open();
  const siti = phoneOf(page, 'Siti Rahayu');
  await siti.getByRole('button', { name: 'Setelan ponsel' }).click();
  await siti.getByRole('switch', { name: 'Sembunyikan nomor' }).check();
  await expect(siti.getByText('@siti.rahayu')).toBeVisible();
  await siti.getByRole('switch', { name: 'Sembunyikan nomor' }).uncheck();
  await siti.getByLabel('Nomor ponsel baru').fill('62 811-1111');
  await siti.getByRole('button', { name: 'Ganti', exact: true }).click();
  await expect(siti.getByText('+628111111')).toBeVisible();
  await siti.getByRole('switch', { name: 'Blokir kantor ini' }).check();
  await siti.getByLabel('Nama', { exact: true }).fill('Dewi Lestari');
  await siti.getByLabel('Nama', { exact: true }).press('Enter');
  const dewi = phoneOf(page, 'Dewi Lestari');
  await expect(dewi.getByText('Kantor ini diblokir.')).toBeVisible();
});

test('a phone put away can be taken out again', async ({ page, open }) => {
  await open();
  const budi = phoneOf(page, 'Budi Santoso');
  await budi.getByRole('button', { name: 'Setelan ponsel' }).click();
  await budi.getByRole('button', { name: 'Singkirkan ponsel ini' }).click();
  await expect(budi).toHaveCount(0);
  await page.getByRole('button', { name: 'Tambah ponsel' }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Budi Santoso' }).click();
  await expect(budi).toBeVisible();
  await page.getByRole('button', { name: 'Tambah ponsel' }).click();
  await expect(phoneOf(page, 'Dewi Lestari')).toBeVisible();
});

test('the address says office, number of phones and language', async ({ page, open }) => {
  await open('?number=301000000000021&phones=3&lang=en');
  await expect(page.getByRole('region', { name: /phone$/ })).toHaveCount(3);
  await expect(page.getByText('Kantor Imigrasi Jayapura').first()).toBeVisible();
  await expect(page.getByText('A simulation, not WhatsApp')).toBeVisible();
  await expectAccessible(page);
  await shoot(page, 'three-english-1440');
  await page.getByRole('button', { name: 'Indonesia' }).click();
  await expect(page.getByText('Simulasi, bukan WhatsApp')).toBeVisible();
});

test('an unknown office number is said and the first office taken', async ({ page, open }) => {
  await open('?number=999&phones=1');
  await expect(page.getByRole('alert')).toContainText('tidak dikenal');
  await expect(page.getByText('Kantor Imigrasi Jakarta Selatan')).toBeVisible();
});
